package org.snapshothub.bronze.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.snapshothub.bronze.live.Site.html;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS against a real server with a certificate made here for news.test. */
@Timeout(60)
class TlsTest {

    private static final char[] PASSWORD = "made-here".toCharArray();

    @TempDir
    private static Path folder;

    private static SSLContext trusting;
    private static Site site;

    @BeforeAll
    static void open() throws Exception {
        KeyStore keys = certificate(folder.resolve("keys.p12"));
        KeyManagerFactory ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        ours.init(keys, PASSWORD);
        TrustManagerFactory theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        theirs.init(keys);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(ours.getKeyManagers(), theirs.getTrustManagers(), null);
        site = new Site(trusting.getServerSocketFactory()).on("/a", html("<p>secure"));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static KeyStore certificate(Path file) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "site",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=news.test",
                        "-ext",
                        "san=dns:news.test",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            made.load(in, PASSWORD);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("site", made.getKey("site", PASSWORD), PASSWORD, made.getCertificateChain("site"));
        keys.setCertificateEntry("trusted", made.getCertificate("site"));
        return keys;
    }

    private static Answer page(String host, SSLSocketFactory sockets) throws FetchFault, InterruptedException {
        try (Fetcher fetcher = new Fetcher(FetcherTest.settings(), FetcherTest::resolve, sockets)) {
            WebAddress address = WebAddress.of("https://" + host + ":" + site.port() + "/a");
            return fetcher.page(address, Known.NOTHING, 1_000);
        }
    }

    @Test
    void aTrustedCertificateOfThisHostIsTaken() throws Exception {
        assertThat(page("news.test", trusting.getSocketFactory()).body())
                .asString()
                .isEqualTo("<p>secure");
    }

    @Test
    void aCertificateOfAnotherHostIsNot() {
        assertThat(catchThrowableOfType(FetchFault.class, () -> page("other.test", trusting.getSocketFactory())))
                .returns(FetchReason.TLS, FetchFault::reason);
    }

    @Test
    void anUntrustedCertificateIsNot() {
        SSLSocketFactory usual = (SSLSocketFactory) SSLSocketFactory.getDefault();

        assertThat(catchThrowableOfType(FetchFault.class, () -> page("news.test", usual)))
                .returns(FetchReason.TLS, FetchFault::reason);
    }
}
