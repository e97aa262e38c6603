package org.snapshothub.lake;

import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Records as rows and back. Records are not beans: {@code Encoders.bean} gives them an empty schema without a word.
 *
 * <p>Components may be String, int, long, boolean, double and their boxes, BigDecimal with {@link Digits}, byte[],
 * LocalDate, Instant, a record of these, or a List of any of these. Columns are the components' names in snake_case.
 */
public final class RecordCodec<R extends Record> implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Map<Class<?>, RecordCodec<?>> CODECS = new ConcurrentHashMap<>();
    private static final Map<Class<?>, DataType> SCALARS = Map.ofEntries(
            Map.entry(String.class, DataTypes.StringType),
            Map.entry(int.class, DataTypes.IntegerType),
            Map.entry(Integer.class, DataTypes.IntegerType),
            Map.entry(long.class, DataTypes.LongType),
            Map.entry(Long.class, DataTypes.LongType),
            Map.entry(boolean.class, DataTypes.BooleanType),
            Map.entry(Boolean.class, DataTypes.BooleanType),
            Map.entry(double.class, DataTypes.DoubleType),
            Map.entry(Double.class, DataTypes.DoubleType),
            Map.entry(byte[].class, DataTypes.BinaryType),
            Map.entry(LocalDate.class, DataTypes.DateType),
            Map.entry(Instant.class, DataTypes.TimestampType));

    private final Class<R> type;
    private final StructType schema;
    private transient volatile Access access;

    private RecordCodec(Class<R> type) {
        this.type = type;
        this.schema = schemaOf(type, true);
    }

    @SuppressWarnings("unchecked")
    public static <R extends Record> RecordCodec<R> of(Class<R> type) {
        // Not computeIfAbsent: making a codec may ask for the codec of a nested record.
        RecordCodec<?> known = CODECS.get(type);
        if (known == null) {
            known = new RecordCodec<>(type);
            CODECS.put(type, known);
        }
        return (RecordCodec<R>) known;
    }

    /** Column names of a record, in order. */
    static List<String> columns(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(c -> snake(c.getName()))
                .toList();
    }

    static List<Table.Column> documented(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(c -> {
                    Doc doc = docOf(c);
                    return new Table.Column(
                            snake(c.getName()), typeOf(c).sql(), doc.nullable(), doc.unit(), doc.value());
                })
                .toList();
    }

    public StructType schema() {
        return schema;
    }

    /** The row of a record; its cells stand in the order of the schema. */
    public Row toRow(R value) {
        Object[] cells = cells(value);
        Arrays.setAll(cells, i -> toCell(cells[i]));
        // With its schema: Spark may hand a row on to the next function as it is, and there names are asked for.
        return new GenericRowWithSchema(cells, schema);
    }

    /** The components' values, as they are. */
    Object[] cells(R value) {
        MethodHandle[] accessors = access().accessors;
        Object[] cells = new Object[accessors.length];
        Arrays.setAll(cells, i -> invoke(accessors[i], value));
        return cells;
    }

    /** The record of a row, whose columns may stand in any order and may be more than the record needs. */
    public R fromRow(Row row) {
        Access a = access();
        Object[] arguments = new Object[a.names.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = a.valueOf(i, row.get(row.fieldIndex(a.names[i])));
        }
        return made(arguments);
    }

    /** As {@link #fromRow}, for many rows of one schema: where each column stands is looked up once. */
    Function<Row, R> fromRows(StructType rows) {
        Access a = access();
        int[] places = Arrays.stream(a.names).mapToInt(rows::fieldIndex).toArray();
        return row -> {
            Object[] arguments = new Object[places.length];
            for (int i = 0; i < places.length; i++) {
                arguments[i] = a.valueOf(i, row.get(places[i]));
            }
            return made(arguments);
        };
    }

    private R made(Object[] arguments) {
        try {
            return access().constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    type.getSimpleName() + " can't be made of " + Arrays.toString(arguments), e);
        }
    }

    private static Object toCell(Object value) {
        if (value instanceof Record nested) {
            return rowOf(nested);
        }
        if (value instanceof List<?> list) {
            List<Object> cells = new ArrayList<>(list.size());
            list.forEach(item -> cells.add(toCell(item)));
            return CollectionConverters.asScala(cells).toSeq();
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static <N extends Record> Row rowOf(N nested) {
        return RecordCodec.of((Class<N>) nested.getClass()).toRow(nested);
    }

    private static Object toValue(Object cell, Type type) {
        if (cell == null) {
            return null;
        }
        if (cell instanceof Date date) {
            return date.toLocalDate();
        }
        if (cell instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        if (cell instanceof Row nested && type instanceof Class<?> record) {
            return RecordCodec.of(record.asSubclass(Record.class)).fromRow(nested);
        }
        if (cell instanceof scala.collection.Iterable<?> items && type instanceof ParameterizedType list) {
            Type itemType = list.getActualTypeArguments()[0];
            List<Object> values = new ArrayList<>();
            CollectionConverters.asJava(items).forEach(item -> values.add(toValue(item, itemType)));
            return values;
        }
        return cell;
    }

    private static StructType schemaOf(Class<? extends Record> type, boolean top) {
        StructField[] fields = Arrays.stream(type.getRecordComponents())
                .map(c -> {
                    Doc doc = docOf(c);
                    String unit = doc.unit().isEmpty() ? "" : " [" + doc.unit() + "]";
                    var metadata = new MetadataBuilder()
                            .putString("comment", doc.value() + unit)
                            .build();
                    // Delta keeps no NOT NULL inside arrays and nullable structs: only the table's own columns have it.
                    boolean nullable = !top || doc.nullable();
                    return new StructField(snake(c.getName()), typeOf(c), nullable, metadata);
                })
                .toArray(StructField[]::new);
        return new StructType(fields);
    }

    private static DataType typeOf(RecordComponent component) {
        return typeOf(
                component.getGenericType(), component, component.getDeclaringRecord() + "." + component.getName());
    }

    private static DataType typeOf(Type type, AnnotatedElement digitsHolder, String where) {
        if (type == BigDecimal.class) {
            Digits digits = digitsHolder.getAnnotation(Digits.class);
            if (digits == null) {
                throw new IllegalArgumentException(where + " is a BigDecimal and needs @Digits");
            }
            return DataTypes.createDecimalType(digits.precision(), digits.scale());
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return DataTypes.createArrayType(typeOf(list.getActualTypeArguments()[0], digitsHolder, where), true);
        }
        if (type instanceof Class<?> c && c.isRecord()) {
            return schemaOf(c.asSubclass(Record.class), false);
        }
        if (type instanceof Class<?> c && SCALARS.containsKey(c)) {
            return SCALARS.get(c);
        }
        throw new IllegalArgumentException(where + " has a type no column can hold: " + type.getTypeName());
    }

    private static Doc docOf(RecordComponent component) {
        Doc doc = component.getAnnotation(Doc.class);
        if (doc == null) {
            throw new IllegalArgumentException(
                    component.getDeclaringRecord().getSimpleName() + "." + component.getName() + " needs @Doc");
        }
        return doc;
    }

    static String snake(String camel) {
        StringBuilder snake = new StringBuilder();
        for (char c : camel.toCharArray()) {
            if (Character.isUpperCase(c)) {
                snake.append('_').append(Character.toLowerCase(c));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }

    private static Object invoke(MethodHandle accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private Access access() {
        if (access == null) {
            access = new Access(type);
        }
        return access;
    }

    /** The reflective half, made anew in each JVM: method handles don't travel to executors. */
    private final class Access {
        private final String[] names;
        private final Type[] types;
        private final boolean[] areAsInRows;
        private final MethodHandle[] accessors;
        private final Constructor<R> constructor;

        private Access(Class<R> type) {
            RecordComponent[] components = type.getRecordComponents();
            types = Arrays.stream(components)
                    .map(RecordComponent::getGenericType)
                    .toArray(Type[]::new);
            names = Arrays.stream(components).map(c -> snake(c.getName())).toArray(String[]::new);
            areAsInRows = new boolean[types.length];
            for (int i = 0; i < types.length; i++) {
                areAsInRows[i] =
                        types[i] instanceof Class<?> c && !c.isRecord() && c != LocalDate.class && c != Instant.class;
            }
            try {
                accessors = new MethodHandle[components.length];
                for (int i = 0; i < accessors.length; i++) {
                    // A record may be known to its own package only.
                    components[i].getAccessor().setAccessible(true);
                    accessors[i] = MethodHandles.lookup().unreflect(components[i].getAccessor());
                }
                constructor = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(type + " can't be used as a row", e);
            }
        }

        /** What component {@code i} is given for a cell; most cells, by far, are it already. */
        Object valueOf(int i, Object cell) {
            return areAsInRows[i] ? cell : toValue(cell, types[i]);
        }
    }
}
