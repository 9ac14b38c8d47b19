//! Files that are refused, each for a reason of its own.

use crate::cli::strikes::elsewhere_with;
use crate::support::desk::Desk;
use crate::verbs::{cells, draft};
use breachbook::journal::Fields;
use breachbook::playbook::Body;
use breachbook::record::verbs::import::{BAD, CHANGED, DOUBLES, FILE, MAP, VERB, WITHOUT};
use breachbook::record::{Draft, Refusal};
use breachbook::session::SubmitError;
use std::fs;

const PLAYBOOK: &str = include_str!("taken/people.toml");
const DOUBLES_INSIDE: &str = "name,e-mail\nAnn,a@example.org\nAnn,a@example.org\n";

/// A list, the text of a file, and what is said besides.
type Case<'c> = (&'c str, &'c str, &'c dyn Fn(Draft) -> Draft);

/// Files and rows that are refused.
pub fn all() -> Vec<(Desk, Refusal)> {
    [refused(), rows_refused()].into_iter().flatten().collect()
}

fn refused() -> Vec<(Desk, Refusal)> {
    let quotes = "name,e-mail\n".to_owned() + &"\"x\n".repeat(3_000);
    let many = "name,told\n".to_owned() + &(0..5_001).map(|n| format!("Supplier {n},")).collect::<Vec<_>>().join("\n");
    let plain = "name,e-mail\nAnn,a@example.org\n";
    let people = |draft: Draft| draft;
    let cases: Vec<Case<'_>> = vec![
        ("people", "", &people),
        ("people", "x\u{0}", &people),
        ("people", "name,e-mail\n,\n-,x\n", &people),
        ("people", &quotes, &people),
        ("people", plain, &|draft| draft.with(&MAP, "Nobody=name")),
        ("people", plain, &|draft| draft.with(&MAP, "name=shoe")),
        ("people", plain, &|draft| draft.with(&MAP, "name")),
        ("people", "name,one,two\nAnn,a@example.org,b@example.org\n", &|draft| {
            draft.with(&MAP, "one=email\ntwo=email")
        }),
        ("people", plain, &|draft| draft.with(&WITHOUT, "e-mail")),
        ("people", "a,b\nx,y\n", &people),
        ("people", "e-mail,state\na@example.org,Ohio\n", &people),
        ("people", "name,work e-mail,home e-mail\nAnn,a@example.org,b@example.org\n", &people),
        ("people", DOUBLES_INSIDE, &people),
        ("people", DOUBLES_INSIDE, &|draft| draft.with(&DOUBLES, "twice")),
        ("suppliers", "name,told\nExample Mail,yes\n", &|draft| draft.with(&WITHOUT, "told")),
        ("suppliers", &many, &people),
        ("people", plain, &|draft| draft.with(&BAD, "/nowhere/at/all.txt")),
    ];
    let refused = cases.into_iter().map(|(list, text, more)| {
        let mut desk = Desk::open_text("people", PLAYBOOK);
        let path = desk.home.path().join("list.csv");
        fs::write(&path, text).unwrap();
        let draft = more(Draft::new(&VERB, list).with(&FILE, path.to_string_lossy()));
        match desk.session.submit(&draft) {
            Err(SubmitError::Refused(why)) => (desk, *why),
            other => panic!("{text:?}: {other:?}"),
        }
    });
    let changed = (Desk::open_text("people", PLAYBOOK), CHANGED.about("list.csv").needs(&FILE));
    refused.chain([changed]).collect()
}

/// Rows, amounts and changes that are refused, each for a reason of its own, in a case whose policy asks for hours of two kinds.
fn rows_refused() -> Vec<(Desk, Refusal)> {
    let row = |list, cells_of: &[(&str, &str)]| cells(draft("row", list, &[("name", "Log of web01")]), cells_of);
    let whole = [
        ("kind", "log"),
        ("form", "copy"),
        ("collected_by", "A. Ruiz"),
        ("collected_at", "20 Nov 2026 10:00"),
        ("storage", "Safe"),
    ];
    let missing = [&whole[..], &[("file", "/nowhere/at/all.log")]].concat();
    let task = |desk: &Desk| {
        let items = &desk.session.playbook().items;
        items.iter().find(|item| matches!(item.body, Body::Task(_))).unwrap().id.to_string()
    };
    let refused = |make: &dyn Fn(&mut Desk) -> Draft| {
        let mut desk = Desk::open("morenet");
        let draft = make(&mut desk);
        match desk.session.submit(&draft) {
            Err(SubmitError::Refused(why)) => (desk, *why),
            other => panic!("{draft:?}: {other:?}"),
        }
    };
    vec![
        refused(&|_| cells(draft("count", "hours_responding", &[("amount", "2h")]), &[("kind", "legal")])),
        refused(&|_| cells(draft("count", "cost", &[("amount", "10.00"), ("what", "Stamps")]), &[("what", "Post")])),
        refused(&|_| row("evidence", &missing)),
        refused(&|_| draft("note", "", &[("text", "x"), ("from-paper", "No. 7")])),
        refused(&|desk| cells(draft("change", &task(desk), &[]), &[("state", "done")])),
        refused(&|desk| draft("change", &task(desk), &[])),
        refused(&|desk| {
            desk.session.submit(&row("evidence", &whole)).unwrap();
            let fields = Fields::new().text("register", "evidence").text("label", "E-1");
            let fields = fields.list("columns", ["name"]).list("cells", ["Disk of web02"]).text("by", "A. Ruiz");
            elsewhere_with(&desk.case(), "zzx", "row_added", fields);
            desk.session.refresh().unwrap();
            draft("strike", "E-1", &[("reason", "x")])
        }),
    ]
}
