package hengke.web.session;

import hengke.kernel.access.Actor;
import hengke.kernel.identity.Identified;
import hengke.kernel.identity.Origin;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.web.Admitted;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives a controller's method the {@link Actor}, the {@link Caller}, the {@link Identified}, the {@link Origin} or the
 * session it needs; whoever has not come through the gate does not get this far.
 */
@Component
final class IdentifiedArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Origin.class
                || type == Actor.class
                || type == Caller.class
                || type == Identified.class
                || type == Identified.BySession.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Identified identified = Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class))
                .flatMap(Admitted::by)
                .orElseThrow(() -> new Refusal.Unauthenticated(Message.of("identity.unauthenticated")));
        if (parameter.getParameterType() == Origin.class) {
            return SessionController.origin(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        }
        if (parameter.getParameterType() == Actor.class) {
            return identified.actor();
        }
        if (parameter.getParameterType() == Caller.class) {
            return Caller.of(identified.actor(), identified instanceof Identified.BySession ? "web" : "api");
        }
        if (parameter.getParameterType().isInstance(identified)) {
            return identified;
        }
        throw new Refusal.Forbidden(Message.of("identity.tokenMayNot"));
    }
}
