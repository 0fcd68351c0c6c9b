package io.realtime4j.sample;

import java.util.Arrays;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Opens the front desk: on a page, or for one spoken question with
 * {@code --wav=question.wav --answer=answer.wav}.
 */
@SpringBootApplication
public class FrontDeskApplication {

	private static final String HEADLESS = "headless";

	public static void main(String[] args) {
		ConfigurableApplicationContext desk = open(args);
		if (desk.getEnvironment().matchesProfiles(HEADLESS)) {
			System.exit(SpringApplication.exit(desk));
		}
	}

	/**
	 * Open the desk.
	 * @param args the command line
	 * @return the application
	 */
	public static ConfigurableApplicationContext open(String... args) {
		SpringApplication application = new SpringApplication(FrontDeskApplication.class);
		if (Arrays.stream(args).anyMatch((arg) -> arg.startsWith("--wav"))) {
			application.setAdditionalProfiles(HEADLESS);
		}
		return application.run(args);
	}

}
