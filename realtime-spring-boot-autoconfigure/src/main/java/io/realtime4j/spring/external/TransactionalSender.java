package io.realtime4j.spring.external;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * Internal sender that publishes each event in a transaction of its own, where the
 * application has transactions: listeners that are bound to one hear of it then, and what
 * Spring Modulith notes of it is kept.
 *
 * @since 0.1.0
 */
public final class TransactionalSender implements ExternalEventSender {

	private final ApplicationEventPublisher publisher;

	// Made when it is needed: not before everything that it is made of
	private final Supplier<TransactionOperations> transactions;

	/**
	 * Create a sender.
	 * @param publisher publishes events
	 * @param operations returns the transactions of the application, or {@code null} if
	 * there are none, or many
	 * @param manager returns the manager to use otherwise, or {@code null} if there is
	 * none, or many
	 */
	public TransactionalSender(ApplicationEventPublisher publisher,
			Supplier<@Nullable TransactionOperations> operations,
			Supplier<@Nullable PlatformTransactionManager> manager) {
		this.publisher = publisher;
		this.transactions = SingletonSupplier.of(() -> transactions(operations.get(), manager));
	}

	private static TransactionOperations transactions(@Nullable TransactionOperations operations,
			Supplier<@Nullable PlatformTransactionManager> manager) {
		if (operations != null) {
			return operations;
		}
		PlatformTransactionManager unique = manager.get();
		return (unique != null) ? new TransactionTemplate(unique) : TransactionOperations.withoutTransaction();
	}

	@Override
	public void send(Object event) {
		this.transactions.get().executeWithoutResult((status) -> this.publisher.publishEvent(event));
	}

}
