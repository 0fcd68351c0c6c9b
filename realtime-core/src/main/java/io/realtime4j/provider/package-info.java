/**
 * Providers of realtime services, and what each of them supports.
 */
@NullMarked
package io.realtime4j.provider;

import org.jspecify.annotations.NullMarked;
