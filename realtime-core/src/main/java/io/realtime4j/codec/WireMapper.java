package io.realtime4j.codec;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The mapper that binds the records of the protocol.
 */
final class WireMapper {

	private static final int MAX_DEPTH = 200;

	private static final int MAX_NUMBER_LENGTH = 1000;

	private static final int MAX_ERROR_EXCERPT = 100;

	private WireMapper() {
	}

	static JsonMapper create(int maxLength) {
		return builder(factory(maxLength).build(), ModelUnions.ALL).build();
	}

	/**
	 * Create a mapper for a family that has a model of its own. There, a whole number
	 * beyond all limits is absent like any other odd member.
	 * @param maxLength the longest text that is read, in characters
	 * @param unions the unions of the model
	 * @return the mapper
	 */
	static JsonMapper create(int maxLength, List<Union<?>> unions) {
		return builder(factory(maxLength).build(), unions).addModule(wholeNumbers()).build();
	}

	@SuppressWarnings({ "rawtypes", "unchecked" })
	private static SimpleModule wholeNumbers() {
		return new SimpleModule("realtime4j-numbers").addDeserializer(Long.class,
				(ValueDeserializer) PlaceDeserializer.of(Long.class));
	}

	/**
	 * Create a mapper that reads trees in which no member comes twice, and writes of
	 * records the members that they know, all of them and no others.
	 * @param maxLength the longest text that is read, in characters
	 * @return the mapper
	 */
	static JsonMapper exact(int maxLength) {
		return builder(factory(maxLength).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build(), ModelUnions.ALL)
			.annotationIntrospector(new KnownMembers())
			.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.ALWAYS))
			.build();
	}

	private static JsonFactoryBuilder factory(int maxLength) {
		return JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(MAX_DEPTH)
				.maxNumberLength(MAX_NUMBER_LENGTH)
				.maxStringLength(maxLength)
				.build())
			.errorReportConfiguration(ErrorReportConfiguration.builder()
				.maxErrorTokenLength(MAX_ERROR_EXCERPT)
				.maxRawContentLength(MAX_ERROR_EXCERPT)
				.build());
	}

	private static JsonMapper.Builder builder(JsonFactory factory, List<Union<?>> unions) {
		return JsonMapper.builder(factory)
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.changeDefaultNullHandling((value) -> value.withContentNulls(Nulls.SKIP))
			.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
			.addHandler(new LenientMembers())
			.addModule(new WireModule(unions));
	}

}
