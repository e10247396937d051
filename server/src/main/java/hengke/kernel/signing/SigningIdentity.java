package hengke.kernel.signing;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * In whose name papers are signed.
 *
 * @param chain its own certificate first, then those that vouch for it
 */
record SigningIdentity(PrivateKey key, List<X509Certificate> chain) {
    SigningIdentity {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    @Override
    public String toString() {
        return "SigningIdentity";
    }
}
