package io.github.ticketsummarizer.llm.offline;

import io.github.ticketsummarizer.llm.config.Signal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The phrases by which the baseline tells what a sentence is for, in the languages that support threads are written in:
 * English, German, French, Spanish, Japanese. General words only; what belongs to the product stands in the taxonomy
 * and the diagnostics guide.
 */
final class CuePhrases {
    /** By cue: lines of a weight and the phrases that have it. */
    private static final Map<Cue, String> PHRASES = Map.of(
            Cue.PROBLEM, """
                    3: does not work; doesn't work; not working; stopped working; error; broken; cannot; can't; fails
                    3: failed; crashes; missing; disappeared; no longer; wrong; stuck; never appears; nothing happens
                    2: bug; problem; issue; gone; empty; blank; stops; stopped; not there; nobody; instead of; doubled
                    3: would like; is it possible; is that possible; how can we; how do i; how do we; how should; need to
                    1: not; never; no; none; isn't; don't; doesn't; only; still; old
                    3: funktioniert nicht; fehler; falsche; falschen; verschwunden
                    2: nicht; kein; keine; nicht mehr
                    3: ne fonctionne pas; ne fonctionne plus; erreur; disparu; disparaissent; probleme
                    2: n'est plus; ne sont plus; abime; ne peut pas
                    3: no funciona; ha desaparecido; problema; falla
                    2: sigue igual; antiguos; ya no; no se
                    3: ません; エラー; 不具合; できない
                    """,
            Cue.CAUSE, """
                    5: root cause; the cause is; is the cause; the reason is; reason is; caused by
                    4: the cause; the reason; turned out; because of; is due to; explains; what happened; known gap
                    3: because; due to; hence; came with; comes from; what changed; known issue; the fault; regression
                    3: that is why; which is why; the problem is; result; at fault; left out; skipped; as a result
                    2: so it is; therefore; renamed; confirmed; reproduced; instead of; compares; ignores; was not; were not
                    1: since; so; reason
                    5: ursache
                    4: liegt an; liegt daran; geandert hat sich; der grund
                    3: weil; deshalb
                    4: la cause; venait de; provient de; en raison de; a cause de
                    3: parce que; la raison
                    4: la causa; debido a; el motivo
                    3: porque; por eso
                    4: 原因
                    2: ため
                    """,
            Cue.FIX, """
                    4: fixed; works again; works now; work again; is back; are back; rolled back; taken back; hotfix
                    4: we have removed; has been removed; resolved; solved; reconnected; corrected; restored; mended
                    3: it works now; deployed; is live; shows now; reset; re-enabled; switched back; removed; reverted
                    3: upgraded; replaced; retired; renewed; merged; exempted; changed to
                    2: added; pushed; enabled; updated; patch; correction; agreed to; delivered
                    2: explained how; recorded your request; reselected
                    1: changed; published; set to; done; workaround; way around
                    4: funktioniert wieder; behoben; wiederhergestellt
                    3: angepasst; korrigiert
                    4: c'est corrige; rentre dans l'ordre; retabli; resolu
                    3: corrige; restaure
                    4: corregido; solucionado; resuelto; funciona de nuevo
                    3: eliminada; eliminado; ya no aparece
                    4: 修正済み; 確認できました; 解決しました
                    3: に更新; 公開し
                    """,
            Cue.PENDING, """
                    3: will be; not before; cannot promise; is working on; are working on; being worked on; planned
                    3: waiting for; is preparing; until then; how long; any news; stays open; interim; idea
                    2: will; would; is investigating; plan; until
                    """,
            Cue.GUESS, """
                    4: my guess; i do not think; i guess; i suppose; i suspect; we suspect; i assume; we assume; must be a bug
                    3: i think; we think; we believe; it seems; seems; looks as if; looks like; probably; perhaps; maybe
                    2: might; must be; could be; apparently
                    4: wir vermuten; ich vermute; vermutlich
                    4: nous pensons; je pense; pensent que; je suppose
                    4: creemos; creo que; parece que
                    """,
            Cue.CLEARED, """
                    4: is fine; are fine; is right; are right; is innocent; is correct; are correct; is ok; looks fine
                    4: not the reason; not the cause; not a product fault; no product fault; is a coincidence
                    4: ist in ordnung; fonctionne bien; funciona bien; esta bien; 問題ありません
                    """,
            Cue.COURTESY, """
                    3: thank you; thanks; sorry; kind regards; let me know; no need to apologise; good luck; you're welcome
                    3: close this; closing this; close the ticket; please close; mark this as solved; marking this as solved; glad
                    2: please; could you; can you; may i; would you; hello; hi; dear; good morning; attached; screenshot
                    2: send me; tell me; keep you posted; appreciate
                    3: vielen dank; danke; konnten sie; bitte; guten tag; mit freundlichen grussen
                    3: merci; bonjour; pourriez-vous; pouvez-vous; cordialement
                    3: gracias; buenos dias; podria; saludos
                    3: ありがとうございます; ありがとうございました; お世話になっております; お願い
                    """);

    private CuePhrases() {}

    /** The phrases of a cue with their weights. */
    static Stream<Signal> of(Cue cue) {
        return PHRASES.getOrDefault(cue, "").lines().flatMap(CuePhrases::signals);
    }

    private static Stream<Signal> signals(String line) {
        int colon = line.indexOf(':');
        int weight = Integer.parseInt(line.substring(0, colon));
        return List.of(line.substring(colon + 1).split(";")).stream().map(phrase -> new Signal(phrase.strip(), weight));
    }
}
