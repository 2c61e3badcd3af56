// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.config;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A template language; register it as a service.
 *
 * <p>Safe for use by many threads. Texts come from people who may err or be hostile: nothing in a text may reach Java
 * objects, files or the network, and both compiling and rendering end by themselves within limits of the generator.
 */
@ConsumerType
public interface ConfigGenerator {

    /**
     * What is stored with a config that is written in this language.
     *
     * @return stable and unique within the system, such as {@code twig}: lower case letters, digits and hyphens
     */
    String id();

    /**
     * What people read.
     *
     * @return one or two words, English
     */
    String label();

    /**
     * Compiles a text; the platform keeps the result as long as the text is in use.
     *
     * @param source the text, up to 1 MiB of characters
     * @return immutable, for many threads
     * @throws ConfigException when the text breaks the rules of the language
     */
    CompiledConfig compile(String source) throws ConfigException;

    /**
     * Compiles a text for a preview: where the language can, a variable that is missing is no error, and what stands
     * for it is up to the language. Everything else is as with {@link #compile}, limits included.
     *
     * <p>Never used for what a device gets. A generator that does not know the difference is as strict as ever.
     *
     * @param source the text, up to 1 MiB of characters
     * @return immutable, for many threads
     * @throws ConfigException when the text breaks the rules of the language
     */
    default CompiledConfig compileLenient(String source) throws ConfigException {
        return compile(source);
    }
}
