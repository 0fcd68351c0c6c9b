/**
 * Port to ears, and ears that understand a small language about the tools of a session.
 */
@NullMarked
package io.realtime4j.simulator.ears;

import org.jspecify.annotations.NullMarked;
