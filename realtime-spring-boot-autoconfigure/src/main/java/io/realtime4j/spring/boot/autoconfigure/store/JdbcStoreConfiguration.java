package io.realtime4j.spring.boot.autoconfigure.store;

import java.util.List;

import javax.sql.DataSource;

import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.bridge.SessionCountStore;
import io.realtime4j.spring.sip.SipCallStore;
import io.realtime4j.spring.store.jdbc.JdbcConversationStore;
import io.realtime4j.spring.store.jdbc.JdbcSessionCountStore;
import io.realtime4j.spring.store.jdbc.JdbcSipCallStore;
import io.realtime4j.spring.store.jdbc.JdbcTenantSpendingStore;
import io.realtime4j.store.ConversationStore;
import io.realtime4j.usage.TenantSpendingStore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.jdbc.init.PlatformPlaceholderDatabaseDriverResolver;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.StringUtils;

/**
 * The store in the database of the application. A {@link DataSource} alone does not turn
 * it on.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = JdbcStoreConfiguration.TYPE, havingValue = "jdbc")
@ConditionalOnMissingBean(ConversationStore.class)
class JdbcStoreConfiguration {

	static final String TYPE = "realtime.store.type";

	private static final String NEEDS = "is 'jdbc', which needs ";

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(DataSourceScriptDatabaseInitializer.class)
	@EnableConfigurationProperties(JdbcStoreProperties.class)
	@Import(DatabaseInitializationDependencyConfigurer.class)
	static class Present {

		@Bean("realtime4jStoreSchema")
		@ConditionalOnMissingBean(StoreSchemaInitializer.class)
		StoreSchemaInitializer storeSchema(ObjectProvider<DataSource> dataSources, JdbcStoreProperties properties) {
			DataSource dataSource = dataSource(dataSources);
			return new StoreSchemaInitializer(dataSource, settings(dataSource, properties));
		}

		@Bean("realtime4jConversationStore")
		@DependsOnDatabaseInitialization
		JdbcConversationStore conversationStore(ObjectProvider<DataSource> dataSources,
				JdbcStoreProperties properties) {
			PropertyChecks.positive(properties.getTimeout(), "realtime.store.jdbc.timeout");
			return new JdbcConversationStore(dataSource(dataSources), properties.getTimeout());
		}

		@Bean("realtime4jSipCallStore")
		@DependsOnDatabaseInitialization
		@ConditionalOnMissingBean(SipCallStore.class)
		JdbcSipCallStore sipCallStore(ObjectProvider<DataSource> dataSources, JdbcStoreProperties properties) {
			return new JdbcSipCallStore(dataSource(dataSources), properties.getTimeout());
		}

		@Bean("realtime4jSessionCountStore")
		@DependsOnDatabaseInitialization
		@ConditionalOnMissingBean(SessionCountStore.class)
		JdbcSessionCountStore sessionCountStore(ObjectProvider<DataSource> dataSources,
				JdbcStoreProperties properties) {
			return new JdbcSessionCountStore(dataSource(dataSources), properties.getTimeout());
		}

		@Bean("realtime4jTenantSpendingStore")
		@DependsOnDatabaseInitialization
		@ConditionalOnMissingBean(TenantSpendingStore.class)
		JdbcTenantSpendingStore tenantSpendingStore(ObjectProvider<DataSource> dataSources,
				JdbcStoreProperties properties) {
			return new JdbcTenantSpendingStore(dataSource(dataSources), properties.getTimeout());
		}

		private static DataSource dataSource(ObjectProvider<DataSource> dataSources) {
			DataSource dataSource = dataSources.getIfUnique();
			if (dataSource == null) {
				throw new InvalidRealtimePropertyException(TYPE,
						NEEDS + "one bean of type DataSource, or one that is primary: set 'spring.datasource.url'");
			}
			return dataSource;
		}

		private static DatabaseInitializationSettings settings(DataSource dataSource, JdbcStoreProperties properties) {
			PlatformPlaceholderDatabaseDriverResolver platforms = new PlatformPlaceholderDatabaseDriverResolver();
			String platform = properties.getPlatform();
			List<String> locations = StringUtils.hasText(platform)
					? platforms.resolveAll(platform, properties.getSchema())
					: platforms.resolveAll(dataSource, properties.getSchema());
			DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
			settings.setSchemaLocations(locations);
			settings.setMode(properties.getInitializeSchema());
			// Two nodes that start at once make the same tables
			settings.setContinueOnError(true);
			return settings;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer")
	static class Missing {

		Missing() {
			throw new InvalidRealtimePropertyException(TYPE, NEEDS + "the dependency 'spring-boot-starter-jdbc'");
		}

	}

}
