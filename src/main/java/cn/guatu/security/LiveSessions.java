package cn.guatu.security;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * The sessions of this server. Every two seconds it ends those whose account was disabled, or got other roles, another unit or another
 * password, on whichever server that happened.
 */
@Component
class LiveSessions implements HttpSessionListener, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSessions.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Set<HttpSession> sessions = ConcurrentHashMap.newKeySet();
    private final AccountQueries queries;
    private @Nullable ScheduledExecutorService executor;

    LiveSessions(AccountQueries queries) {
        this.queries = queries;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        sessions.add(event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        sessions.remove(event.getSession());
    }

    /** Ends the sessions that have to go. */
    void sweep() {
        Map<HttpSession, Caller> signedIn = new HashMap<>();
        for (HttpSession session : sessions) {
            Caller caller = caller(session);
            if (caller != null) {
                signedIn.put(session, caller);
            }
        }
        if (signedIn.isEmpty()) {
            return;
        }
        Map<Long, String> stamps =
                queries.stamps(signedIn.values().stream().map(Caller::accountId).collect(Collectors.toSet()));
        signedIn.forEach((session, caller) -> {
            if (!caller.stamp().equals(stamps.get(caller.accountId()))) {
                LOG.info("ending a session of {}: the account changed", caller.account());
                end(session);
            }
        });
    }

    private static @Nullable Caller caller(HttpSession session) {
        try {
            return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                    instanceof SecurityContext context
                            && context.getAuthentication() != null
                            && context.getAuthentication().getPrincipal() instanceof Caller caller
                    ? caller
                    : null;
        } catch (IllegalStateException ended) {
            return null;
        }
    }

    private void end(HttpSession session) {
        sessions.remove(session);
        try {
            session.invalidate();
        } catch (IllegalStateException ended) {
            LOG.debug("the session had ended already", ended);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("live-sessions").daemon().factory());
        started.scheduleWithFixedDelay(this::sweepSafely, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        executor = started;
    }

    // a database that is away for a moment must not end the watch
    private void sweepSafely() {
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.warn("sessions could not be checked, next try in {} s: {}", EVERY.toSeconds(), e.toString());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = executor;
        if (running != null) {
            running.shutdownNow();
            executor = null;
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }
}
