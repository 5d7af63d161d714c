package cn.guatu.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** The form of the sign-in page, checked by {@link SignInService}. */
@Component
public class SignInProvider implements AuthenticationProvider {

    /** A name or source is locked. */
    public static final class Locked extends LockedException {
        private final Instant until;

        Locked(Instant until) {
            super("locked until " + until);
            this.until = until;
        }

        /** When the next try is heard. */
        public Instant until() {
            return until;
        }
    }

    private final SignInService service;

    SignInProvider(SignInService service) {
        this.service = service;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        Object password = request.getCredentials();
        return switch (service.signIn(
                request.getName(), password == null ? "" : password.toString(), source(request.getDetails()))) {
            case SignInService.Outcome.Welcome welcome -> {
                var signedIn = UsernamePasswordAuthenticationToken.authenticated(
                        welcome.caller(), null, Authorities.of(welcome.caller()));
                signedIn.setDetails(request.getDetails());
                yield signedIn;
            }
            case SignInService.Outcome.Wrong _ -> throw new BadCredentialsException("wrong name or password");
            case SignInService.Outcome.Locked locked -> throw new Locked(locked.until());
            case SignInService.Outcome.Busy _ -> throw new AuthenticationServiceException("busy");
        };
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private static String source(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web && web.getRemoteAddress() != null
                ? web.getRemoteAddress()
                : "local";
    }
}
