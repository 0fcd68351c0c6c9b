package io.realtime4j.spring.boot.autoconfigure.store;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;

/**
 * Initializer of the tables of the store.
 */
class StoreSchemaInitializer extends DataSourceScriptDatabaseInitializer {

	StoreSchemaInitializer(DataSource dataSource, DatabaseInitializationSettings settings) {
		super(dataSource, settings);
	}

}
