//! What is printed before a drill, of every bundled script and in every format.

use crate::support::program::Home;
use breachbook::drill::script::{Script, index, load_bundled};
use breachbook::export::markdown;
use breachbook::playbook::{Playbook, bundled, load};
use breachbook::report::Options;
use breachbook::report::drill::before::{Before, sheet};
use breachbook::source::Source;

fn scripts() -> Vec<(Script, Option<Playbook>)> {
    let all: Vec<_> = index().into_iter().filter_map(load_bundled).collect();
    assert!(all.len() >= 5, "every tabletop is bundled");
    let playbook = |id: &str| {
        let text = bundled::bundled_text(id).unwrap();
        load(&[Source::new(format!("{id}.toml"), text)]).playbook.unwrap()
    };
    let loaded = all.into_iter().map(|loaded| loaded.script.unwrap());
    loaded.map(|script| (script.clone(), script.playbook.as_ref().map(|id| playbook(id.as_str())))).collect()
}

/// The words of a print, whatever lines they stand in. Signs that only mark up are left out.
fn words(what: Before, script: &Script, playbook: Option<&Playbook>) -> String {
    plain(&markdown::write(&sheet(what, script, playbook, &Options::default())))
}

fn plain(text: &str) -> String {
    let kept: String =
        text.chars().filter(|sign| !matches!(sign, '\\' | '*' | '`' | '\u{2068}' | '\u{2069}')).collect();
    let kept = kept.replace("<br>", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_book_holds_every_text_of_a_script() {
    for (script, playbook) in scripts() {
        let book = words(Before::Book, &script, playbook.as_ref());
        let holds = |text: &str| {
            for line in text.lines().filter(|line| !line.trim().is_empty()) {
                assert!(book.contains(&plain(line)), "{}: {line:?} is missing", script.id);
            }
        };
        for inject in &script.injects {
            holds(&inject.title);
            holds(&inject.text);
            inject.notes.iter().for_each(|notes| holds(notes));
            inject.gist.iter().for_each(|gist| holds(gist));
        }
        script.expectations.iter().for_each(|one| holds(one.text.trim_end_matches('.')));
        script.roles.iter().filter_map(|role| role.card.as_ref()).for_each(|card| holds(card));
        script.parts.iter().flat_map(|part| &part.questions).for_each(|question| holds(question));
        assert!(book.starts_with("EXERCISE") || book.contains("EXERCISE EXERCISE EXERCISE"), "{}", script.id);
    }
}

#[test]
fn what_players_get_holds_nothing_that_is_still_to_come() {
    for (script, playbook) in scripts() {
        let players = words(Before::Players, &script, playbook.as_ref());
        assert!(players.contains(&plain(&script.players_title)), "{players}");
        script.rules.iter().for_each(|rule| assert!(players.contains(&plain(rule)), "{rule}"));
        assert!(!players.contains(script.id.as_str()) && !players.contains(&script.digest[..16]), "{players}");
        let secret = script.injects.iter().flat_map(|one| [Some(&one.title), Some(&one.text), one.notes.as_ref()]);
        let cards = script.roles.iter().map(|role| role.card.as_ref());
        let expected = script.expectations.iter().map(|one| Some(&one.text));
        let objectives = script.objectives.iter().map(|one| Some(&one.text));
        for text in secret.chain(cards).chain(expected).chain(objectives).flatten() {
            assert!(!players.contains(&plain(text)), "{}: {text:?} is for facilitators", script.id);
        }
        assert!(!Before::Players.file_name(&script).contains(script.id.as_str()), "the name of the file tells it, too");
    }
}

#[test]
fn an_inject_has_a_sheet_of_its_own_that_begins_and_ends_with_exercise_and_tells_no_notes() {
    for (script, playbook) in scripts() {
        let whole = sheet(Before::Injects, &script, playbook.as_ref(), &Options::default());
        let breaks = whole.body.blocks.iter().filter(|block| **block == breachbook::page::Block::PageBreak).count();
        assert_eq!(breaks + 1, script.injects.len(), "{}", script.id);
        for inject in whole.body.blocks.split(|block| *block == breachbook::page::Block::PageBreak) {
            let line = |block: &breachbook::page::Block| match block {
                breachbook::page::Block::Text(line) => line.words(),
                other => panic!("{other:?}"),
            };
            let (first, last) = (line(inject.first().unwrap()), line(inject.last().unwrap()));
            assert_eq!((first.as_str(), last.as_str()), ("EXERCISE EXERCISE EXERCISE", "EXERCISE EXERCISE EXERCISE"));
        }
        let said = words(Before::Injects, &script, playbook.as_ref());
        for secret in [&script.title, &script.digest[..16].to_owned(), &script.id.to_string()] {
            assert!(!said.contains(&plain(secret)), "{}: a player who is handed a sheet reads {secret:?}", script.id);
        }
        for inject in &script.injects {
            inject.text.lines().for_each(|line| assert!(said.contains(&plain(line)), "{line}"));
            inject.notes.iter().for_each(|notes| assert!(!said.contains(&plain(notes)), "{notes}"));
        }
    }
}

#[test]
fn an_objective_has_an_evaluation_sheet_with_its_expectations_lines_and_the_four_ratings() {
    for (script, playbook) in scripts() {
        let said = words(Before::Evaluation, &script, playbook.as_ref());
        for (at, objective) in script.objectives.iter().enumerate() {
            let heading = format!("Objective {} of {}: {}", at + 1, script.objectives.len(), objective.text);
            assert!(said.contains(&plain(&heading)), "{heading}\n{said}");
        }
        script.expectations.iter().for_each(|one| assert!(said.contains(&plain(&one.text)), "{}", one.text));
        for rating in ["P", "S", "M", "U"] {
            assert_eq!(said.matches(&format!("[ ] {rating} ")).count(), script.objectives.len(), "{rating}: {said}");
        }
    }
}

#[test]
fn every_print_leaves_in_every_format_of_paper_and_never_over_a_file_that_is_there() {
    let home = Home::new();
    for what in Before::ALL.map(Before::word) {
        for format in ["md", "html", "pdf", "docx"] {
            let ran = home.run(&["drill", "print", "trinity-form", "--what", what, "--as", format]);
            assert_eq!(ran.code, 0, "{what} {format}: {ran:?}");
            let name = ran.out.trim();
            assert!(name.contains("EXERCISE-") && name.ends_with(&format!("-{what}.{format}")), "{name}");
            assert!(home.path().join(name).metadata().unwrap().len() > 500, "{name}");
            assert_eq!(ran.err.contains("players must not see"), what != "players", "{ran:?}");
        }
    }
    let file = home.path().join("mine.md");
    std::fs::write(&file, "mine").unwrap();
    let ran = home.run(&["drill", "print", "trinity-form", "--what", "book", "--as", "md", "--out", "mine.md"]);
    assert!(ran.code != 0 && std::fs::read_to_string(&file).unwrap() == "mine", "{ran:?}");
    for args in [["book", "csv"], ["list", "pdf"], ["players", "json"]] {
        let ran = home.run(&["drill", "print", "trinity-form", "--what", args[0], "--as", args[1]]);
        assert!(ran.code == 1 && ran.err.contains("There is no"), "{args:?}: {ran:?}");
    }
}

#[test]
fn a_role_is_called_by_its_title_although_a_question_has_its_name() {
    let all = scripts();
    let (script, playbook) = all.iter().find(|(script, _)| script.id.as_str() == "modot-project-site").unwrap();
    for what in [Before::Book, Before::Injects, Before::Players] {
        let said = words(what, script, playbook.as_ref());
        assert!(said.contains("Employee or contractor who suspects it"), "{said}");
        assert!(!said.contains("Who suspects it?"), "a question is nobody: {said}");
    }
}

/// What is to be done when something real happens stood there twice, in two wordings.
#[test]
fn the_players_sheet_says_once_how_to_stop_for_something_real() {
    for (script, playbook) in scripts() {
        let sheet = words(Before::Players, &script, playbook.as_ref());
        assert_eq!(sheet.matches("ress \\!").count() + sheet.matches("ress !").count(), 1, "{}: {sheet}", script.id);
        let silent = Script { rules: Vec::new(), ..script };
        assert!(words(Before::Players, &silent, playbook.as_ref()).contains("a real event ends the exercise"));
    }
}
