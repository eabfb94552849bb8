package dev.twinstack.adapter.memory;

import dev.twinstack.adapter.dap.UserError;
import java.util.Objects;

/** A place in the program's memory, unsigned; as text it is {@code 0x} and hexadecimal digits. */
public record Address(long bits) {
    /** Reads a memoryReference of DAP, or an address that a user writes, hexadecimal after {@code 0x} or decimal. Throws {@link UserError} for any other text. */
    public static Address of(String memoryReference) {
        String digits = memoryReference.strip();
        try {
            return new Address(
                    digits.startsWith("0x")
                            ? Long.parseUnsignedLong(digits.substring(2), 16)
                            : Long.parseUnsignedLong(digits));
        } catch (NumberFormatException noNumber) {
            throw new UserError(
                    "'" + memoryReference + "' is no address; a memory reference is a number such as 0x7ffe4000.",
                    noNumber);
        }
    }

    /** The address {@code offset} bytes behind a memory reference; null stands for 0. */
    static Address of(String memoryReference, Integer offset) {
        return of(memoryReference).plus(Objects.requireNonNullElse(offset, 0));
    }

    /** Throws {@link UserError} when the sum would be before the first address, or behind the last. */
    Address plus(long offset) {
        long sum = bits + offset;
        boolean outside = offset < 0 ? Long.compareUnsigned(sum, bits) > 0 : Long.compareUnsigned(sum, bits) < 0;
        if (outside) {
            throw new UserError(
                    "There is no address " + offset + " bytes from " + this + "; ask for another 'offset'.");
        }
        return new Address(sum);
    }

    @Override
    public String toString() {
        return "0x" + Long.toHexString(bits);
    }
}
