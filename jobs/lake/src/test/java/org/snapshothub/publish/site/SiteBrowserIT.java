package org.snapshothub.publish.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapshothub.Needs;

/** The site as a person meets it: in Chromium, from a disk and from a server. Needs Debian's chromium and HUB_FULL=1. */
class SiteBrowserIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SHOTS = Path.of("target", "screenshots");

    private static final String WORDS_CUT_OFF = "[...document.querySelectorAll('svg')].flatMap(svg => {"
            + " const box = svg.getBoundingClientRect();"
            + " return [...svg.querySelectorAll('text')].filter(text => { const word = text.getBoundingClientRect();"
            + " return word.left < box.left - 1 || word.right > box.right + 1; }).map(text => text.textContent); })";

    @TempDir
    static Path site;

    private static Playwright playwright;
    private static Browser browser;
    private static HttpServer server;
    private static Path edition;

    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    /** Where the site is opened from. */
    enum From {
        DISK,
        SERVER;

        String address(Path file) {
            return this == DISK
                    ? file.toUri().toString()
                    : "http://127.0.0.1:" + server.getAddress().getPort() + "/" + site.relativize(file);
        }
    }

    @BeforeAll
    static void openTheBrowser() throws IOException {
        Needs.full("Chromium (apt-get install chromium fonts-nanum)");
        Needs.path(CHROMIUM, "Chromium (apt-get install chromium fonts-nanum)");
        List<LocalDate> days = IntStream.rangeClosed(-8, 0)
                .filter(i -> i != -3)
                .mapToObj(i -> SeedDay.DAY.plusDays(i))
                .toList();
        List<CaseShown> cases = new ArrayList<>(SeedDay.cases());
        IntStream.range(0, 1_200).forEach(i -> cases.add(SeedDay.shown("many" + i, "버스 노선 개선 " + i, "교통물류")));
        edition = new SiteWriter()
                .write(SeedDay.content(days, cases), SeedDay.STAMP, site)
                .path();
        serve();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1")));
    }

    @AfterAll
    static void closeTheBrowser() {
        if (playwright != null) {
            playwright.close();
            server.stop(0);
        }
    }

    @BeforeEach
    void openAPage() {
        show(new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    @AfterEach
    void noComplaint() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(From.class)
    void everyPageOpensWithoutAWordOnTheConsole(From from) throws IOException {
        for (Path file : pages()) {
            page.navigate(from.address(file));
            assertThat(page.locator("h1").first().textContent())
                    .as(file.toString())
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(From.class)
    void theDoorLeadsToTheLatestEdition(From from) {
        page.navigate(from.address(site.resolve("index.html")));
        page.waitForURL("**/edition-*/index.html");
        assertThat(page.locator(".card.big .figure").textContent()).startsWith("10.5");
    }

    @ParameterizedTest
    @EnumSource(From.class)
    void aNumberLeadsToItsReadingsAndTheirPage(From from) {
        page.navigate(from.address(edition.resolve("day/2026-01-18.html")));
        page.locator("tr[data-station='93'] button.trace").click();
        Locator readings = page.locator("#readings");
        readings.waitFor();
        assertThat(readings.textContent()).contains("북춘천", "0.7", "순서로 추정", SeedDay.PAGE, "2026-01-18.txt");
        readings.screenshot(new Locator.ScreenshotOptions().setPath(SHOTS.resolve("readings-" + from + ".png")));
    }

    @ParameterizedTest
    @EnumSource(From.class)
    void theDayPickerLeadsToTheNearestDayThatHasData(From from) {
        page.navigate(from.address(edition.resolve("day/2026-01-18.html")));
        page.locator(".pick input").fill("2026-01-12");
        page.waitForURL("**/day/2026-01-12.html");
        page.navigate(from.address(edition.resolve("temperature.html")));
        page.locator(".pick input").fill("2026-01-15");
        page.waitForURL("**/day/2026-01-14.html");
    }

    @ParameterizedTest
    @EnumSource(From.class)
    void searchFindsACaseThePageDoesNotHold(From from) {
        page.navigate(from.address(edition.resolve("cases.html")));
        page.locator("input[name=q]").fill("개선 1199");
        page.locator("#list h3", new Page.LocatorOptions().setHasText("버스 노선 개선 1199"))
                .waitFor();
        assertThat(page.locator("output[name=found]").textContent()).startsWith("1/1203");
        page.locator("input[name=q]").fill("<img src=x>");
        PlaywrightAssertions.assertThat(page.locator("output[name=found]")).hasText("0/1203");
        page.locator("input[name=q]").fill("");
        PlaywrightAssertions.assertThat(page.locator("#list li")).hasCount(50);
    }

    @Test
    void choosingAProvinceDimsTheOthersAndFiltersTheStations() {
        page.navigate(From.DISK.address(edition.resolve("day/2026-01-18.html")));
        page.locator(".provinces button[value='KR-45']").click();
        assertThat(page.locator(".station:not(.off)").count()).isEqualTo(10);
        assertThat(page.locator("table.stations tbody tr:visible").count()).isEqualTo(10);
    }

    @Test
    void aClickOnTheMapChoosesTheProvinceAndLeadsToItsPage() {
        page.navigate(From.DISK.address(edition.resolve("en/temperature.html")));
        page.locator(".area[data-region='KR-45']").click();
        assertThat(page.locator("table.stations tbody tr:visible").count()).isEqualTo(10);
        page.locator(".provinces a").click();
        page.waitForURL("**/en/region/KR-45.html");
        page.goBack();
        page.locator(".area[data-region='KR-49']").click();
        page.locator(".area[data-region='KR-49']").click();
        assertThat(page.locator(".station.off").count()).isZero();
    }

    @Test
    void whatChangedIsToldInBothLanguagesAndLeadsBack() {
        page.navigate(From.DISK.address(edition.resolve("en/method.html")));
        page.locator("nav a", new Page.LocatorOptions().setHasText("Changes")).click();
        page.waitForURL("**/changes-en.html");
        page.locator("a.language").click();
        page.waitForURL("**/changes.html");
        page.locator("nav a", new Page.LocatorOptions().setHasText("방법")).click();
        page.waitForURL("**/edition-*/method.html");
    }

    @Test
    void aLinkToAProvincesStationsShowsThemAlone() {
        page.navigate(From.DISK.address(edition.resolve("index.html")));
        page.locator(".card.big a").click();
        page.waitForURL("**/day/2026-01-18.html#KR-45");
        PlaywrightAssertions.assertThat(page.locator("table.stations tbody tr:visible"))
                .hasCount(10);
        PlaywrightAssertions.assertThat(page.locator("#KR-45")).isInViewport();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void noWordOfAChartIsCutOff(int width) {
        context.close();
        show(new Browser.NewContextOptions().setViewportSize(width, 900));
        for (String path : List.of(
                "index.html", "day/2026-01-18.html", "region/KR-45.html", "sky.html", "cases.html", "quality.html")) {
            for (Path file :
                    List.of(edition.resolve(path), edition.resolve("en").resolve(path))) {
                page.navigate(From.DISK.address(file));
                assertThat(page.evaluate(WORDS_CUT_OFF)).as(file.toString()).isEqualTo(List.of());
            }
        }
    }

    @Test
    void tablesSortByTheExactNumber() {
        page.navigate(From.DISK.address(edition.resolve("day/2026-01-18.html")));
        Locator mean = page.locator("table.stations th button", new Page.LocatorOptions().setHasText("평균"));
        mean.click();
        assertThat(page.locator("table.stations tbody tr").first().textContent())
                .contains("−1.0");
        mean.click();
        assertThat(page.locator("table.stations tbody tr").first().textContent())
                .contains("서귀포");
    }

    @Test
    void negativeNumbersSortAsNumbersAndNothingStaysAtTheEnd() throws IOException {
        Path table = Files.writeString(
                edition.resolve("sorted.html"),
                "<!doctype html><html lang=\"ko\"><meta charset=\"utf-8\"><h1>표</h1><table class=\"sortable\">"
                        + "<thead><tr><th>℃</th></tr></thead><tbody>"
                        + Stream.of("–", "2.0", "−1.0", "1,234", "−10.5", "0.0")
                                .map(cell -> "<tr><td>" + cell + "</td></tr>")
                                .collect(Collectors.joining())
                        + "</tbody></table><script src=\"assets/site.js\"></script></html>");
        page.navigate(From.DISK.address(table));
        page.locator("th button").click();
        assertThat(page.locator("td").allTextContents()).containsExactly("−10.5", "−1.0", "0.0", "2.0", "1,234", "–");
        page.locator("th button").click();
        assertThat(page.locator("td").allTextContents()).containsExactly("1,234", "2.0", "0.0", "−1.0", "−10.5", "–");
        Files.delete(table);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    cases.html,    버스노선개선1199, a word of several parts that are written together
                    cases.html,    1199 교통물류,    the topic
                    cases.html,    계획 1199,        nothing: it is only mentioned
                    en/cases.html, transport 1199,   the topic in the language of the page
                    """)
    void searchFindsWhatIsWrittenInAnotherWay(String path, String words, String what) {
        page.navigate(From.DISK.address(edition.resolve(path)));
        page.locator("input[name=q]").fill(Normalizer.normalize(words, Normalizer.Form.NFD));
        PlaywrightAssertions.assertThat(page.locator("output[name=found]"))
                .hasText(what.startsWith("nothing") ? "0/1203" : "1/1203");
    }

    @Test
    void aDayWithoutDataIsNamedWhereThePickerLeadsInstead() {
        page.navigate(From.DISK.address(edition.resolve("day/2026-01-18.html")));
        page.locator(".pick input").fill("2026-01-15");
        page.waitForURL("**/day/2026-01-14.html");
        PlaywrightAssertions.assertThat(page.locator("[role=status]")).containsText("2026-01-15에는 자료가 없어");
        page.reload();
        PlaywrightAssertions.assertThat(page.locator("[role=status]")).hasCount(0);
    }

    /** A date that is being typed is a date after each key: only Enter says that it is the one. */
    @Test
    void theKeyboardPicksADayByEnterAndComesBackFromAStationsReadings() {
        page.navigate(From.DISK.address(edition.resolve("day/2026-01-18.html")));
        page.locator(".pick input").focus();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(page.url()).endsWith("/day/2026-01-18.html");
        page.locator("tr[data-station='93'] button.trace").focus();
        page.keyboard().press("Enter");
        page.locator("#readings button.close").focus();
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#readings")).hasCount(0);
        PlaywrightAssertions.assertThat(page.locator("tr[data-station='93'] button.trace"))
                .isFocused();
        // Which part of a date is typed first depends on the browser's language.
        page.locator(".pick input").evaluate("input => { input.value = '2026-01-12'; input.focus(); }");
        page.keyboard().press("Enter");
        page.waitForURL("**/day/2026-01-12.html");
    }

    @Test
    void everyDownloadIsThere() {
        page.navigate(From.SERVER.address(edition.resolve("download.html")));
        for (Locator link : page.locator(".files a").all()) {
            String href = (String) link.evaluate("a => a.href");
            assertThat(page.request().get(href).status()).as(href).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axeFindsNothingSerious(ColorScheme scheme) {
        context.close();
        show(new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(scheme));
        for (String path : List.of(
                "index.html",
                "day/2026-01-18.html",
                "region/KR-45.html",
                "sky.html",
                "cases.html",
                "download.html",
                "quality.html",
                "method.html",
                "days.html",
                "en/index.html",
                "../changes.html")) {
            page.navigate(From.SERVER.address(edition.resolve(path).normalize()));
            List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
            assertThat(violations.stream()
                            .filter(v -> List.of("serious", "critical").contains(v.getImpact()))
                            .map(v -> path + ": " + v.getId() + " "
                                    + v.getNodes().get(0).getHtml() + " "
                                    + v.getNodes().get(0).getFailureSummary()))
                    .isEmpty();
            shoot(path.replace('/', '-').replace("..-", "") + "-" + scheme);
        }
    }

    @Test
    void aPhoneNeverScrollsThePageSideways() {
        context.close();
        show(new Browser.NewContextOptions().setViewportSize(360, 740));
        for (String path : List.of(
                "index.html",
                "day/2026-01-18.html",
                "region/KR-45.html",
                "cases.html",
                "download.html",
                "quality.html",
                "days.html",
                "../changes.html")) {
            page.navigate(From.DISK.address(edition.resolve(path).normalize()));
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(360);
            shoot(path.replace('/', '-').replace("..-", "") + "-phone");
        }
    }

    @Test
    void theFirstPageIsSmallAndSaysHowSoonItAnswers() {
        page.navigate(From.SERVER.address(edition.resolve("index.html")));
        page.waitForFunction("performance.getEntriesByType('navigation')[0].loadEventEnd > 0");
        Object interactive = page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive");
        Object bytes = page.evaluate("[...performance.getEntriesByType('navigation'),"
                + " ...performance.getEntriesByType('resource')].reduce((sum, e) => sum + e.decodedBodySize, 0)");
        // No test fails on a clock: the figure is for people, the size is a fact.
        System.err.println("first page: interactive after " + interactive + " ms, " + bytes + " bytes with its assets");
        assertThat(((Number) bytes).longValue()).isLessThan(400_000);
    }

    @Test
    void printsToA4() {
        for (String path : List.of("index.html", "day/2026-01-18.html", "download.html")) {
            page.navigate(From.DISK.address(edition.resolve(path)));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.evaluate("[...document.querySelectorAll('thead button')]"
                            + ".every(b => getComputedStyle(b).display === 'contents')"))
                    .as("a button's box in its head keeps a table from repeating it on the next sheet")
                    .isEqualTo(true);
            page.pdf(new Page.PdfOptions()
                    .setPreferCSSPageSize(true)
                    .setPath(SHOTS.resolve(path.replace('/', '-') + ".pdf")));
        }
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(name + ".png")));
    }

    private void show(Browser.NewContextOptions options) {
        context = browser.newContext(options);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + " console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " error: " + error));
        page.onRequest(request -> {
            String url = request.url();
            if (!url.startsWith("file:") && !url.startsWith("http://127.0.0.1:")) {
                complaints.add(page.url() + " asks outside: " + url);
            }
        });
        page.onRequestFailed(request -> complaints.add(page.url() + " failed: " + request.url()));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(page.url() + " got " + response.status() + ": " + response.url());
            }
        });
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> walk = Files.walk(site)) {
            return walk.filter(p -> p.toString().endsWith(".html"))
                    // The door leads on at once, and has its own test.
                    .filter(p -> !p.equals(site.resolve("index.html")))
                    .sorted()
                    .toList();
        }
    }

    private static void serve() throws IOException {
        Map<String, String> types =
                Map.of("html", "text/html; charset=utf-8", "css", "text/css", "js", "text/javascript; charset=utf-8");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = site.resolve(exchange.getRequestURI().getPath().substring(1))
                    .normalize();
            boolean isThere = file.startsWith(site) && Files.isRegularFile(file);
            String name = file.toString();
            String type = types.get(name.substring(name.lastIndexOf('.') + 1));
            if (type != null) {
                exchange.getResponseHeaders().add("Content-Type", type);
            }
            byte[] bytes = isThere ? Files.readAllBytes(file) : new byte[0];
            // Chromium asks for an icon that no page names.
            int status = isThere ? 200 : name.endsWith("favicon.ico") ? 204 : 404;
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }
}
