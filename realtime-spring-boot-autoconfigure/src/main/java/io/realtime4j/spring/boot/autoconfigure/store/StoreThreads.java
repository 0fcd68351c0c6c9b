package io.realtime4j.spring.boot.autoconfigure.store;

import java.util.concurrent.Executor;

/**
 * Holder of the threads that write. They are no bean of their own: an executor among the
 * beans would make the one of the application back off.
 *
 * @param executor the threads
 */
record StoreThreads(Executor executor) {

}
