/**
 * Sessions with a server: opening, order, correlation, closing.
 */
@NullMarked
package io.realtime4j.session;

import org.jspecify.annotations.NullMarked;
