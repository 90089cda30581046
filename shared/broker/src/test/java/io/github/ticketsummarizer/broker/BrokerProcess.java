package io.github.ticketsummarizer.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker in a process of its own, to be killed. */
final class BrokerProcess {
    private BrokerProcess() {}

    static Process start(Path dataFolder) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        dataFolder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Blocks until the broker of the process is up. */
    static String address(Process process) throws IOException {
        BufferedReader output = process.inputReader(UTF_8);
        String address = output.readLine();
        if (address == null) {
            throw new IOException("the broker's process ended before it printed its address");
        }
        return address;
    }

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedBroker broker = new EmbeddedBroker(new BrokerSettings(Path.of(arguments[0]), 0, 1024 * 1024, 2));
        broker.start();
        System.out.println(broker.bootstrapServers());
        new CountDownLatch(1).await();
    }
}
