package io.realtime4j.docs;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of code in a page of the documentation.
 *
 * @param page the page, as a path from the root of the project
 * @param line the line of the page that the code begins at
 * @param language the language that the block names, empty if it names none
 * @param application the number of the application on its page that it belongs to
 * @param code the code
 */
record Snippet(String page, int line, String language, int application, String code) {

	private static final Pattern TYPE = Pattern
		.compile("(?m)^(?:public |final |abstract |sealed )*(?:@interface|class|interface|record|enum) (\\w+)");

	private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);$");

	private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;$");

	boolean is(String language) {
		return this.language.equals(language);
	}

	/**
	 * Return whether the code is a whole file of Java, and not some statements.
	 */
	boolean isFile() {
		return TYPE.matcher(this.code).find();
	}

	/**
	 * Return whether the code is nothing but imports.
	 */
	boolean isImports() {
		return IMPORT.matcher(this.code).replaceAll("").isBlank();
	}

	/**
	 * Return whether the code needs a device that not every machine has, or a server
	 * beside the simulator.
	 */
	boolean needsMore() {
		return Stream.of("AudioSystem.", "localhost:", "wss:", "LiveClient").anyMatch(this.code::contains);
	}

	String packageName() {
		String name = this.page.replace(".md", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z/]", "");
		return PACKAGE.matcher(this.code)
			.results()
			.map((declared) -> declared.group(1))
			.findFirst()
			.orElse(name.replace('/', '.') + ".app" + this.application);
	}

	String typeName() {
		return TYPE.matcher(this.code).results().map((type) -> type.group(1)).findFirst().orElse("Snippet" + this.line);
	}

	String className() {
		return packageName() + "." + typeName();
	}

	String source(Prelude prelude) {
		if (!isFile()) {
			return prelude.wrap(this);
		}
		return PACKAGE.matcher(this.code).find() ? this.code : "package " + packageName() + ";\n\n" + this.code;
	}

	@Override
	public String toString() {
		return this.page + ":" + this.line;
	}

}
