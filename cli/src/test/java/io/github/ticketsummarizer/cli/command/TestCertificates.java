package io.github.ticketsummarizer.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import okhttp3.tls.HeldCertificate;

/** An authority with a server and a client, and a client of an authority that nobody knows; all as files. */
final class TestCertificates {
    private final Path folder;
    private final HeldCertificate authority = authority("authority");
    private final HeldCertificate client = client(authority);

    TestCertificates(Path folder) throws IOException {
        this.folder = folder;
        HeldCertificate strangers = authority("strangers");
        write("authority.pem", authority.certificatePem());
        write("strangers-authority.pem", strangers.certificatePem());
        write("server.pem", pem(server(authority)));
        write("client.pem", pem(client));
        write("stranger.pem", pem(client(strangers)));
    }

    /** What both sides trust. */
    Path authorityPem() {
        return folder.resolve("authority.pem");
    }

    Path strangersAuthorityPem() {
        return folder.resolve("strangers-authority.pem");
    }

    Path serverPem() {
        return folder.resolve("server.pem");
    }

    Path clientPem() {
        return folder.resolve("client.pem");
    }

    Path strangerPem() {
        return folder.resolve("stranger.pem");
    }

    /** The client's key and certificate behind a password. */
    Path clientPkcs12(String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        X509Certificate[] chain = {client.certificate(), authority.certificate()};
        store.setKeyEntry("client", client.keyPair().getPrivate(), password.toCharArray(), chain);
        Path file = folder.resolve("client.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    private static HeldCertificate authority(String name) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .certificateAuthority(0)
                .build();
    }

    private static HeldCertificate server(HeldCertificate signer) {
        return new HeldCertificate.Builder()
                .commonName("server")
                .addSubjectAlternativeName("127.0.0.1")
                .signedBy(signer)
                .build();
    }

    private static HeldCertificate client(HeldCertificate signer) {
        return new HeldCertificate.Builder()
                .commonName("summarizer")
                .signedBy(signer)
                .build();
    }

    private static String pem(HeldCertificate held) {
        return held.privateKeyPkcs8Pem() + held.certificatePem();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
