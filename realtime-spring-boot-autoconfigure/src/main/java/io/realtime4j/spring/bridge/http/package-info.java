/**
 * HTTP endpoints of the bridge: ephemeral keys, calls, and the files of the page module.
 * For the bridge itself; applications do not use it.
 */
@NullMarked
package io.realtime4j.spring.bridge.http;

import org.jspecify.annotations.NullMarked;
