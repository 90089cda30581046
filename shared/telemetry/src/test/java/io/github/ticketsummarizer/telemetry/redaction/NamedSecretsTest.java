package io.github.ticketsummarizer.telemetry.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedSecretsTest {
    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @CsvSource(delimiter = '¦', ignoreLeadingAndTrailingWhitespace = true, quoteCharacter = '\0', textBlock = """
            java -Dspring.datasource.password=hunter2x -jar a.jar  ¦ java -Dspring.datasource.password=[token] -jar a.jar
            -Djavax.net.ssl.keyStorePassword=changeit              ¦ -Djavax.net.ssl.keyStorePassword=[token]
            --db-password=hunter2x --password hunter2x             ¦ --db-password=[token] --password [token]
            --token=abcdef --api-key=abc123456                     ¦ --token=[token] --api-key=[token]
            //registry.example.com/:_authToken=abcd-efgh           ¦ //registry.example.com/:_authToken=[token]
            _password=geheim DB_PASS=geheim pw=geheim              ¦ _password=[token] DB_PASS=[token] pw=[token]
            password1=geheim user[password]=geheim                 ¦ password1=[token] user[password]=[token]
            <password>hunter2x</password>                          ¦ <password>[token]</password>
            <wsse:Password Type="Text">hun ter2x</wsse:Password>   ¦ <wsse:Password Type="Text">[token]</wsse:Password>
            <entry key="password">hunter2x</entry>                 ¦ <entry key="password">[token]</entry>
            <b>Password:</b> hunter2x                              ¦ <b>Password:</b> [token]
            <td>Password</td><td>hunter2x</td>                     ¦ <td>Password</td><td>[token]</td>
            **Password:** hunter2x, **Password**: hunter2x         ¦ **Password:** [token], **Password**: [token]
            Password:\u00a0hunter2x, Password:&nbsp;hunter2x       ¦ Password:\u00a0[token], Password:&nbsp;[token]
            'password' => 'hunter2x'                               ¦ 'password' => '[token]'
            {"name":"password","value":"hunter2x"}                 ¦ {"name":"password","value":"[token]"}
            <property name="password" value="geheim"/>             ¦ <property name="password" value="[token]"/>
            | Password | hunter2x |                                ¦ | Password | [token] |
            pass: hunter2x, Sig: 12345678                          ¦ pass: [token], Sig: [token]
            Authorization: Token abcdef12345                       ¦ Authorization: Token [token]
            Authorization: SSWS 00QCjAl4MlV-WPXM                   ¦ Authorization: SSWS [token]
            "Authorization": "Token abcdef12345"                   ¦ "Authorization": "Token [token]"
            Cookie: theme=dark; sid=geheim1234; x=1                ¦ Cookie: [token]
            Passwort: geheim                                       ¦ Passwort: [token]
            Mot de passe : secret12                                ¦ Mot de passe : [token]
            Contraseña: secreta, Senha: segredo                    ¦ Contraseña: [token], Senha: [token]
            Пароль: секрет                                         ¦ Пароль: [token]
            あなたのパスワード：himitsu                                ¦ あなたのパスワード：[token]
            Password:\\nhunter2x\\nKaren                             ¦ Password:\\n[token]\\nKaren
            - name: DB_PASSWORD\\n  value: geheim                   ¦ - name: DB_PASSWORD\\n  value: [token]
            password%3Dhunter2x, ?to=%2Fa%3Fpassword%3Dhunter2x    ¦ password%3D[token], ?to=%2Fa%3Fpassword%3D[token]
            curl -u admin:hunter2x https://example.com             ¦ curl -u admin:[token] https://example.com
            curl --user admin:hunter2x                             ¦ curl --user admin:[token]
            jdbc:oracle:thin:scott/tiger@db:1521/orcl              ¦ jdbc:oracle:thin:[token]@db:1521/orcl
            ALTER USER bob IDENTIFIED BY 'geheim';                 ¦ ALTER USER bob IDENTIFIED BY '[token]';
            password="hun ter2x" user="bob smith"                  ¦ password="[token]" user="bob smith"
            {\\"password\\":\\"hun ter2x\\",\\"user\\":\\"bob\\"}          ¦ {\\"password\\":\\"[token]\\",\\"user\\":\\"bob\\"}
            my password is hunter2x                                ¦ my password is [token]
            """)
    void takesOutWhatTheNameBeforeItTells(String text, String redacted) {
        String once = redactor.redact(lines(text));

        assertThat(once).isEqualTo(lines(redacted));
        assertThat(redactor.redact(once)).isSameAs(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token=prompt_tokens, max_token=4096, output_token: 512",
                "password: must be at least 8 characters",
                "{\"password\": \"must be at least 8 characters\"}",
                "password reset: see the page, Forgot password? Click here, the password is expired",
                "Passwort: bitte zurücksetzen",
                "Password:\nPlease reset it\n",
                "Password:\n\nBest regards",
                "use the --password option, password: ********",
                "| User | Password | Role |, | no credentials | `SASL_SSL` |",
                "(\"Bearer \" + key).equals(header.get(\"authorization1\")), token -> check(token), password => hash(password)",
                "<label for=\"password\">Password</label>, enter <password> here",
                "PASS: test_login_2, pass: 42, bypass: test_2222, Compass: north_east_1",
                "docker run -u 1000:1000 app, docker run -u www-data:www-data app, curl -u https://example.com",
                "Authorization: required for this, Cookie: consent banner is broken",
                "users are identified by email, jdbc:oracle:thin:@//db:1521/orcl",
                "author: bob_smith_1, co-author=bob_smith, monkey: value1234"
            })
    void leavesWhatOnlyTellsAboutSecrets(String text) {
        assertThat(redactor.redact(text)).isSameAs(text);
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
