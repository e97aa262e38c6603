package org.snapshothub.publish;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.snapshothub.Pipeline;
import org.snapshothub.bronze.CapturedPage;
import org.snapshothub.extract.observation.Station;
import org.snapshothub.extract.observation.Stations;
import org.snapshothub.gold.CaseMonth;
import org.snapshothub.gold.RegionDay;
import org.snapshothub.gold.RegionMonth;
import org.snapshothub.gold.SigunguDay;
import org.snapshothub.gold.SkyShare;
import org.snapshothub.gold.StationDay;
import org.snapshothub.gold.StationMonth;
import org.snapshothub.gold.TopicMonth;
import org.snapshothub.lake.CommitNote;
import org.snapshothub.lake.Lake;
import org.snapshothub.lake.Slices;
import org.snapshothub.lake.Table;
import org.snapshothub.silver.Article;
import org.snapshothub.silver.ArticlePage;
import org.snapshothub.silver.Observation;
import org.snapshothub.silver.PageFindings;
import org.snapshothub.silver.UseCase;

/** A lake with hourly readings of every station over many days and thousands of cases, made without a page being read. */
final class MadeYears {

    private static final List<String> TOPICS = List.of("교통물류", "국토관리", "산업고용", "보건의료", "환경기상");
    private static final List<String> SKIES = List.of("맑음", "구름조금", "구름많음", "흐림");

    private static final LocalDate CASES_FROM = LocalDate.of(2023, 12, 20);
    private static final int CASE_DAYS = 1000;

    private final Lake lake;
    private final Slices slices;
    private long seq;

    MadeYears(Lake lake) {
        this.lake = lake;
        this.slices = new Slices(lake, () -> {});
        lake.create(Pipeline.tables());
    }

    /** Adds the days {@code from} to {@code to}, the last not included. */
    void add(LocalDate from, LocalDate to) {
        List<LocalDate> days = from.datesUntil(to).toList();
        commit(Observation.TABLE, readings(days), names(days));
        commit(CapturedPage.TABLE, pages(days), names(days));
        commit(PageFindings.TABLE, findings(days), names(days));
        List<StationDay> stationDays = new ArrayList<>();
        List<RegionDay> regionDays = new ArrayList<>();
        List<SigunguDay> sigunguDays = new ArrayList<>();
        List<SkyShare> sky = new ArrayList<>();
        for (LocalDate day : days) {
            List<Station> open = Stations.bundled().openOn(day);
            open.forEach(s -> stationDays.add(stationDay(day, s)));
            Map<String, List<Station>> byRegion = open.stream()
                    .collect(Collectors.groupingBy(Station::regionCode, TreeMap::new, Collectors.toList()));
            byRegion.put("KR", open);
            byRegion.put("KR-mainland", open);
            byRegion.forEach((code, stations) -> {
                regionDays.add(regionDay(day, code, stations));
                SKIES.forEach(word -> sky.add(new SkyShare(
                        day, code, word, word.equals("구름조금") ? "맑음" : word, stations.size() * 6, share(0.25))));
            });
            open.stream()
                    .filter(s -> s.sigungu() != null)
                    .collect(
                            Collectors.groupingBy(s -> s.regionCode() + s.sigungu(), TreeMap::new, Collectors.toList()))
                    .values()
                    .forEach(stations -> sigunguDays.add(sigunguDay(day, stations)));
        }
        commitDays(StationDay.TABLE, stationDays, StationDay::observedOn);
        commitDays(RegionDay.TABLE, regionDays, RegionDay::observedOn);
        commitDays(SigunguDay.TABLE, sigunguDays, SigunguDay::observedOn);
        commitDays(SkyShare.TABLE, sky, SkyShare::observedOn);
        months(days);
    }

    /** Adds cases, each in an article of its own on two pages. */
    void addCases(int count) {
        Dataset<Row> numbers = lake.spark().range(count).toDF("n");
        List<String> days =
                names(CASES_FROM.datesUntil(CASES_FROM.plusDays(CASE_DAYS)).toList());
        commit(
                UseCase.TABLE,
                numbers.select(
                        text("sha2(concat('case', n), 256)", "use_case_id"),
                        text("sha2(concat('case', n), 256)", "case_key"),
                        text("sha2(concat('article', n), 256)", "article_id"),
                        text("concat('버스 노선 개선에 데이터를 쓴 사례 ', n)", "title"),
                        text(
                                "element_at(array('" + String.join("','", TOPICS) + "'), cast(n % 5 + 1 as int))",
                                "topic"),
                        text("concat('기관 ', n % 300)", "organisation"),
                        text("cast(null as string)", "organisation_id"),
                        text("'KR-45'", "region_code"),
                        text("cast(null as string)", "sigungu"),
                        text("'done'", "status"),
                        text("concat('전북도는 교통 데이터를 분석해 버스 노선 개선에 데이터를 쓴 사례 ', n, '를 내놓았다.')", "evidence"),
                        expr("0").as("evidence_begin"),
                        expr("40").as("evidence_end"),
                        text("'made'", "rule"),
                        expr("0.8D").as("confidence"),
                        expr("1L").as("taken_seq"),
                        text("'1'", "extractor_version"),
                        captured("n").as("captured_on")),
                days);
        commit(
                Article.TABLE,
                numbers.select(
                        text("sha2(concat('article', n), 256)", "article_id"),
                        text("concat('데이터로 바뀌는 도시 ', n)", "title"),
                        text("cast(null as string)", "subtitle"),
                        text("'본문'", "body"),
                        expr("date_add(date'2023-01-01', cast(n % 1000 as int))")
                                .as("published_on"),
                        text(
                                "date_format(date_add(date'2023-01-01', cast(n % 1000 as int)), 'yyyy-MM')",
                                "published_month"),
                        text("'day'", "published_precision"),
                        text("cast(null as string)", "published_text"),
                        text("'example.kr'", "outlet"),
                        expr("2L").as("copy_count"),
                        text("sha2(concat('page', n), 256)", "first_page_id"),
                        text("'1'", "extractor_version"),
                        expr("1L").as("taken_seq"),
                        expr("1L").as("run_seq"),
                        captured("n").as("captured_on")),
                days);
        commit(
                ArticlePage.TABLE,
                lake.spark()
                        .range(2L * count)
                        .toDF("n")
                        .select(
                                text("sha2(concat('article', cast(floor(n / 2) as bigint)), 256)", "article_id"),
                                text("sha2(concat('article-page', n), 256)", "page_id"),
                                text("concat('https://news', n % 40, '.example.kr/', n)", "url"),
                                text("concat('news', n % 40, '.example.kr')", "outlet"),
                                expr("1.0D").as("similarity"),
                                captured("floor(n / 2)").as("fetch_date")),
                days);
        commit(CaseMonth.TABLE, List.of(new CaseMonth("all", count, count, 2L * count, 40)), List.of("all"));
        commit(
                TopicMonth.TABLE,
                TOPICS.stream()
                        .map(topic -> new TopicMonth("2025-01", topic, count / 5, count / 5, count / 5, 40))
                        .toList(),
                List.of("2025-01"));
    }

    /** Cases come on all days, some on each. */
    private static Column captured(String n) {
        return expr("date_add(date'" + CASES_FROM + "', cast(" + n + " % " + CASE_DAYS + " as int))");
    }

    private static List<String> names(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toList();
    }

    /** A page an hour, which all readings of the hour are from. */
    private Dataset<Row> hours(List<LocalDate> days) {
        // The number counts on from the first day of all, so that no hour is another one's page.
        long begin = days.get(0).toEpochDay() * 24;
        return lake.spark()
                .range(begin, begin + days.size() * 24L)
                .selectExpr(
                        "date_add(date'1970-01-01', cast(id div 24 as int)) AS day",
                        "cast(id % 24 as int) AS hour",
                        "timestamp_seconds(id * 3600 - 32400) AS at",
                        "sha2(concat('page', id), 256) AS page",
                        "concat('https://news.example.kr/', id) AS address");
    }

    private Dataset<Row> pages(List<LocalDate> days) {
        return hours(days)
                .select(
                        text("page", "page_id"),
                        text("'made'", "source"),
                        text("address", "url"),
                        expr("at").as("fetch_time"),
                        expr("200").as("fetch_status"),
                        expr("cast('' as binary)").as("content"),
                        expr("0L").as("content_length"),
                        text("cast(null as string)", "content_truncated"),
                        text("'sha256:'", "content_digest"),
                        text("'text/html'", "content_type"),
                        text("'UTF-8'", "content_charset"),
                        text("'http'", "charset_source"),
                        expr("0").as("replacement_count"),
                        text("concat('/landing/', day, '.warc.gz')", "path"),
                        text("concat('/landing/', day, '.warc.gz')", "archive"),
                        expr("hour * 1000L").as("archive_offset"),
                        expr("1000L").as("archive_length"),
                        text("cast(null as string)", "payload_digest"),
                        text("'made'", "run_id"),
                        expr("1L").as("run_seq"),
                        expr("day").as("fetch_date"));
    }

    private Dataset<Row> findings(List<LocalDate> days) {
        return hours(days)
                .select(
                        text("page", "page_id"),
                        text("address", "url"),
                        expr("at").as("fetch_time"),
                        expr("day").as("observed_on"),
                        expr("hour").as("observed_hour"),
                        text("'digest'", "widget_digest"),
                        text("'[]'", "widget"),
                        expr("null").as("article"),
                        expr("0").as("rejects"),
                        expr("false").as("lost"),
                        text("'1'", "extractor_version"),
                        expr("1L").as("run_seq"),
                        expr("day").as("fetch_date"));
    }

    /** Hours first and stations joined to them, so that nothing is computed for each of 97 rows that is alike in all. */
    private Dataset<Row> readings(List<LocalDate> days) {
        List<Row> open = Stations.bundled().openOn(days.get(0)).stream()
                .map(s -> RowFactory.create(s.id(), s.regionCode(), s.sigungu()))
                .toList();
        Dataset<Row> stations = lake.spark()
                .createDataFrame(
                        open,
                        new StructType()
                                .add("station_id", DataTypes.IntegerType)
                                .add("region_code", DataTypes.StringType)
                                .add("sigungu", DataTypes.StringType));
        return hours(days)
                .crossJoin(broadcast(stations))
                .select(
                        expr("day").as("observed_on"),
                        expr("hour").as("observed_hour"),
                        text("concat('h', lpad(hour, 2, '0'))", "slot"),
                        expr("station_id"),
                        text("concat('지점', station_id)", "station_name"),
                        expr("region_code"),
                        expr("sigungu"),
                        text("'맑음'", "sky"),
                        text("'맑음'", "sky3"),
                        expr("cast((hour + station_id % 30) / 2.0 - 5 as decimal(4,1))")
                                .as("temperature_c"),
                        text("if(station_id % 50 = 0, 'order', 'name')", "identified_by"),
                        expr("3L").as("page_count"),
                        text("page", "first_page_id"),
                        text("page", "value_page_id"),
                        text("concat('맑음지점', station_id, '1.0℃')", "printed"),
                        expr("station_id % 90 = 0").as("is_conflicting"),
                        text("'1'", "extractor_version"));
    }

    private static Column text(String sql, String name) {
        return expr(sql).as(name);
    }

    private static BigDecimal share(double value) {
        return BigDecimal.valueOf(value).setScale(8, RoundingMode.HALF_UP);
    }

    private static BigDecimal mean(LocalDate day, int station) {
        return BigDecimal.valueOf(Math.sin(day.getDayOfYear() / 58.0) * 12 + station % 30 / 10.0)
                .setScale(8, RoundingMode.HALF_UP);
    }

    private static StationDay stationDay(LocalDate day, Station s) {
        BigDecimal mean = mean(day, s.id());
        BigDecimal shown = mean.setScale(1, RoundingMode.HALF_UP);
        return new StationDay(
                day,
                s.id(),
                s.nameOn(day).orElseThrow(),
                s.regionCode(),
                s.sigungu(),
                24,
                mean,
                shown.subtract(BigDecimal.TEN),
                shown.add(BigDecimal.TEN),
                "daily");
    }

    private static RegionDay regionDay(LocalDate day, String code, List<Station> stations) {
        StationDay first = stationDay(day, stations.get(0));
        return new RegionDay(
                day,
                code,
                code,
                stations.size(),
                stations.size(),
                share(1),
                stations.size() * 24,
                first.meanC(),
                first.minC(),
                first.stationName(),
                first.maxC(),
                first.stationName(),
                1,
                "daily");
    }

    private static SigunguDay sigunguDay(LocalDate day, List<Station> stations) {
        StationDay first = stationDay(day, stations.get(0));
        return new SigunguDay(
                day,
                first.regionCode(),
                first.sigungu(),
                stations.size(),
                stations.size(),
                share(1),
                stations.size() * 24,
                first.meanC(),
                first.minC(),
                first.stationName(),
                first.maxC(),
                first.stationName(),
                0,
                "daily");
    }

    private void months(List<LocalDate> days) {
        Set<YearMonth> months = days.stream().map(YearMonth::from).collect(Collectors.toCollection(TreeSet::new));
        List<RegionMonth> regions = new ArrayList<>();
        List<StationMonth> stations = new ArrayList<>();
        for (YearMonth month : months) {
            BigDecimal mean = mean(month.atDay(1), 0);
            BigDecimal shown = mean.setScale(1, RoundingMode.HALF_UP);
            int length = month.lengthOfMonth();
            Stations.bundled()
                    .openOn(month.atDay(1))
                    .forEach(s -> stations.add(new StationMonth(
                            month.toString(), s.id(), length, length, mean, shown, shown, "daily", null)));
            IntStream.rangeClosed(1, 17)
                    .forEach(i -> regions.add(new RegionMonth(
                            month.toString(), "KR-" + (30 + i), length, length, mean, shown, shown, "daily", null)));
        }
        List<String> names = months.stream().map(YearMonth::toString).toList();
        commit(RegionMonth.TABLE, regions, names);
        commit(StationMonth.TABLE, stations, names);
    }

    private <R extends Record> void commitDays(Table<R> table, List<R> rows, Function<R, LocalDate> day) {
        commit(
                table,
                rows,
                rows.stream().map(row -> day.apply(row).toString()).distinct().toList());
    }

    private <R extends Record> void commit(Table<R> table, List<R> rows, List<String> touched) {
        Dataset<Row> frame = lake.spark()
                .createDataFrame(rows.stream().map(table.codec()::toRow).toList(), table.schema());
        commit(table, frame.repartition(2, expr(table.slice().orElseThrow())), touched);
    }

    private void commit(Table<?> table, Dataset<Row> rows, List<String> touched) {
        // As a job's rows come: with the types of the table, and its order of columns.
        Map<String, String> types = new HashMap<>();
        List.of(table.schema().fields())
                .forEach(f -> types.put(f.name(), f.dataType().sql()));
        Dataset<Row> typed = rows.selectExpr(types.entrySet().stream()
                .map(f -> "cast(" + f.getKey() + " as " + f.getValue() + ") as " + f.getKey())
                .toArray(String[]::new));
        slices.replace(table, typed, new CommitNote("made-" + ++seq, seq, Map.of(), Set.copyOf(touched)));
    }
}
