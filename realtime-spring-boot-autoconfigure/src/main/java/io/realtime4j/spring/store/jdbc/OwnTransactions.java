package io.realtime4j.spring.store.jdbc;

import java.time.Duration;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Factory for the transactions of the stores, which are their own whatever those of the
 * application are.
 */
final class OwnTransactions {

	private OwnTransactions() {
	}

	/**
	 * Create a template whose statements end in time.
	 * @param dataSource the database
	 * @param timeout how long a statement may take, a second or more
	 */
	static JdbcTemplate jdbc(DataSource dataSource, Duration timeout) {
		JdbcTemplate jdbc = new JdbcTemplate(dataSource);
		jdbc.setQueryTimeout((int) Math.max(1, Math.min(timeout.toSeconds(), Integer.MAX_VALUE)));
		return jdbc;
	}

	static TransactionOperations of(DataSource dataSource) {
		TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(dataSource));
		template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
		return template;
	}

}
