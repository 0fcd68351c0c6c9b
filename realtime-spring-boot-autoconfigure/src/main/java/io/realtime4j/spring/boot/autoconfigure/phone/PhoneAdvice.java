package io.realtime4j.spring.boot.autoconfigure.phone;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;

/**
 * Internal advice where the calls of a carrier are enabled but cannot be taken.
 */
public final class PhoneAdvice implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(PhoneAdvice.class);

	private final ApplicationContext context;

	private final String property;

	private final String lines;

	/**
	 * Create an advice.
	 * @param context the application
	 * @param property the property that enables the calls
	 * @param lines the name of the bean that takes them
	 */
	public PhoneAdvice(ApplicationContext context, String property, String lines) {
		this.context = context;
		this.property = property;
		this.lines = lines;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (!this.context.containsBean(this.lines)) {
			logger.warn("'" + this.property + "' does nothing here: media streams need a servlet web application with"
					+ " spring-websocket, such as spring-boot-starter-webmvc makes");
		}
	}

}
