package dev.twinstack.mi;

/** GDB's answer lacks what its documentation promises, or has it in another shape. */
public final class MiProtocolException extends MiException {
    private static final long serialVersionUID = 1;

    public MiProtocolException(String message) {
        super(message);
    }
}
