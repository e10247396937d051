package hengke.kernel.identity;

import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.Setting.Readers;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The provider of identities by which people sign in instead of by a password.
 *
 * @param issuer its address, which its tokens carry
 * @param creates whether people it vouches for are added when they come first
 * @param department of those who are added, by name; empty for none
 * @param role of those who are added, by name; empty for none
 */
public record ProviderSettings(
        String issuer, String client, String secret, String label, boolean creates, String department, String role) {
    private static final TextualType TEXT = new TextualType(TextualType.Form.TEXT, 200);
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1");

    private static final Setting<String> ISSUER = Setting.of("singleSignOn.issuer", TEXT, "", "签发者地址", "Issuer")
            .help(
                    "OpenID Connect 提供方的地址，如 https://login.example.com",
                    "Address of the OpenID Connect provider, e.g. https://login.example.com")
            .checked(issuer -> issuer.isEmpty() || trustworthy(issuer)
                    ? Optional.empty()
                    : Optional.of(Message.of("identity.issuerAddress")));
    private static final Setting<String> CLIENT =
            Setting.of("singleSignOn.client", TEXT, "", "应用 ID（client id）", "Client id");
    private static final Setting<String> SECRET = Setting.of(
                    "singleSignOn.secret", TEXT, "", "应用密钥（client secret）", "Client secret")
            .readBy(Readers.NOBODY);
    private static final Setting<String> LABEL = Setting.of(
                    "singleSignOn.label", TEXT, "", "按钮文字", "Name on the button")
            .help("登录页显示“用……登录”", "Shown on the sign-in page")
            .readBy(Readers.EVERYBODY);
    private static final Setting<Boolean> CREATES = Setting.of(
                    "singleSignOn.creates", new BooleanType(), false, "首次登录时新建用户", "Add people who come first")
            .help("关闭时，只有邮箱已登记的用户可以登录", "When off, only people whose e-mail address is known here come in");
    private static final Setting<String> DEPARTMENT =
            Setting.of("singleSignOn.department", TEXT, "", "新建用户的部门", "Department of those added");
    private static final Setting<String> ROLE =
            Setting.of("singleSignOn.role", TEXT, "", "新建用户的角色", "Role of those added");

    static final SettingGroup GROUP = SettingGroup.of(
                    "singleSignOn",
                    31,
                    "单点登录",
                    "Single sign-on",
                    ISSUER,
                    CLIENT,
                    SECRET,
                    LABEL,
                    CREATES,
                    DEPARTMENT,
                    ROLE)
            .help(
                    "回调地址：本系统地址 + /api/session/provider/callback",
                    "Redirect address: this system's address + /api/session/provider/callback");

    /** The provider, if one is set up. */
    static Optional<ProviderSettings> of(Settings settings) {
        ProviderSettings provider = new ProviderSettings(
                settings.get(ISSUER).replaceFirst("/+$", ""),
                settings.get(CLIENT),
                settings.get(SECRET),
                settings.get(LABEL),
                settings.get(CREATES),
                settings.get(DEPARTMENT),
                settings.get(ROLE));
        return provider.issuer.isEmpty() || provider.client.isEmpty() ? Optional.empty() : Optional.of(provider);
    }

    /** Encrypted on the way, or on this very machine. */
    static boolean trustworthy(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && LOCAL.contains(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "ProviderSettings[" + issuer + "]";
    }
}
