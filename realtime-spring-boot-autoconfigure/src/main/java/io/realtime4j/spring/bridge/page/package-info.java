/**
 * Wire format of the bridge: audio, captions and commands of a page. For the bridge
 * itself; applications do not use it.
 */
@NullMarked
package io.realtime4j.spring.bridge.page;

import org.jspecify.annotations.NullMarked;
