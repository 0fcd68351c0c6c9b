package io.realtime4j.spring.tool;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The types whose form in JSON is not that of their members. The example says it to the
 * model where no standard format does: times without an offset have none.
 */
class WellKnownTypes implements CustomDefinitionProviderV2 {

	private static final Map<Class<?>, Form> FORMS = Map.ofEntries(
			Map.entry(LocalDate.class, new Form("string", "date", "2026-11-30")),
			Map.entry(LocalDateTime.class, new Form("string", null, "2026-11-30T19:00:00")),
			Map.entry(LocalTime.class, new Form("string", null, "19:00:00")),
			Map.entry(Instant.class, new Form("string", "date-time", "2026-11-30T19:00:00Z")),
			Map.entry(OffsetDateTime.class, new Form("string", "date-time", "2026-11-30T19:00:00+01:00")),
			Map.entry(ZonedDateTime.class, new Form("string", "date-time", "2026-11-30T19:00:00+01:00")),
			Map.entry(OffsetTime.class, new Form("string", "time", "19:00:00+01:00")),
			Map.entry(Duration.class, new Form("string", "duration", "PT1H30M")),
			Map.entry(Period.class, new Form("string", "duration", "P2D")),
			Map.entry(Year.class, new Form("integer", null, "2026")),
			Map.entry(YearMonth.class, new Form("string", null, "2026-11")),
			Map.entry(MonthDay.class, new Form("string", null, "--11-30")),
			Map.entry(ZoneId.class, new Form("string", null, "Europe/Berlin")),
			Map.entry(ZoneOffset.class, new Form("string", null, "+01:00")));

	private static final Set<Class<?>> OPTIONALS = Set.of(Optional.class, OptionalInt.class, OptionalLong.class,
			OptionalDouble.class);

	private final JsonMapper json;

	WellKnownTypes(JsonMapper json) {
		this.json = json;
	}

	static boolean isOptional(Class<?> type) {
		return OPTIONALS.contains(type);
	}

	@Override
	public @Nullable CustomDefinition provideCustomSchemaDefinition(ResolvedType type,
			SchemaGenerationContext context) {
		Class<?> raw = type.getErasedType();
		Form form = FORMS.get(raw);
		if (form != null) {
			return inline(form.schema(this.json));
		}
		if (JsonNode.class.isAssignableFrom(raw)) {
			return inline(this.json.createObjectNode());
		}
		if (raw == OptionalInt.class || raw == OptionalLong.class) {
			return inline(this.json.createObjectNode().put("type", "integer"));
		}
		return (raw == OptionalDouble.class) ? inline(this.json.createObjectNode().put("type", "number")) : null;
	}

	private static CustomDefinition inline(ObjectNode schema) {
		return new CustomDefinition(schema, CustomDefinition.DefinitionType.INLINE,
				CustomDefinition.AttributeInclusion.YES);
	}

	/**
	 * The form of a type.
	 */
	private record Form(String type, @Nullable String format, String example) {

		ObjectNode schema(JsonMapper json) {
			ObjectNode schema = json.createObjectNode().put("type", this.type);
			if (this.format != null) {
				schema.put("format", this.format);
			}
			schema.putArray("examples").add(json.convertValue(this.example, JsonNode.class));
			return schema;
		}

	}

}
