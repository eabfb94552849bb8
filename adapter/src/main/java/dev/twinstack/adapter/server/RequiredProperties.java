package dev.twinstack.adapter.server;

import dev.twinstack.adapter.dap.UserError;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.jsonrpc.validation.NonNull;

/** The properties that DAP demands of a request's arguments: those that lsp4j has as {@link NonNull}. Numbers that are missing cannot be told from 0. */
final class RequiredProperties {
    private static final Map<Class<?>, Map<String, Method>> GETTERS = new ConcurrentHashMap<>();

    private RequiredProperties() {}

    /** The arguments. Throws {@link UserError} with the name of a property that they lack. */
    static <A> A of(A arguments) {
        GETTERS.computeIfAbsent(arguments.getClass(), RequiredProperties::getters)
                .forEach((name, getter) -> {
                    if (value(getter, arguments) == null) {
                        throw new UserError("The request lacks its argument '" + name
                                + "'; the Debug Adapter Protocol tells which it needs.");
                    }
                });
        return arguments;
    }

    private static Map<String, Method> getters(Class<?> arguments) {
        Map<String, Method> found = new TreeMap<>();
        for (Method method : arguments.getMethods()) {
            if (method.isAnnotationPresent(NonNull.class) && method.getName().startsWith("get")) {
                String name = method.getName().substring("get".length());
                found.put(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), method);
            }
        }
        return found;
    }

    private static Object value(Method getter, Object arguments) {
        try {
            return getter.invoke(arguments);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
