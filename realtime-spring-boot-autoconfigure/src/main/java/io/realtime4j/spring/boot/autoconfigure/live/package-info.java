/**
 * Auto-configuration of live sessions.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.live;

import org.jspecify.annotations.NullMarked;
