package dev.twinstack.adapter.transport;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SIGINT, by which nvim-dap ends the server that it has started, once its session is over; it warns its user of any exit status but 0. */
public final class ClientInterrupt {
    private static final Logger LOG = LoggerFactory.getLogger(ClientInterrupt.class);

    private ClientInterrupt() {}

    /** From now on SIGINT ends the server with status 0, where Java would say 130. The JDK lets nobody compile with the class that it takes for that. */
    public static void endsWell() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object exit = Proxy.newProxyInstance(
                    ClientInterrupt.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        System.exit(0);
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), exit);
        } catch (ReflectiveOperationException without) {
            LOG.debug("SIGINT will end the server with Java's own status.", without);
        }
    }
}
