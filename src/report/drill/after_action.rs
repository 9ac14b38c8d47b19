//! F13, the after-action report of an exercise. Made from both folders it tells the whole drill; made from the case alone it tells what
//! players may read, and says what only the exercise's director knows. An empty section says why it is empty.

use super::made_from::{Facilitators, Of};
use super::{course, decided, findings, improvements, injects, overview, playbook, times};
use crate::journal::Mode;
use crate::judge::View;
use crate::page::{Block, Callout, Document, Line, clock, drill_figures};
use crate::report::missing::not_yet_known;
use crate::report::options::Options;
use crate::report::{figure, frame, silences, timeline};

pub fn body(view: &View<'_>, told: Option<&Facilitators<'_>>, options: &Options) -> Document {
    let mut page = Document::default();
    if view.mode == Mode::Live {
        let says = "This case is live. An after-action report is that of an exercise; what a live case teaches stands in its review.";
        page.add(Block::Callout(Callout::Missing, vec![Block::Text(says.into())]));
        page.add(frame::seals(options));
        return page;
    }
    let of = Of { view, told };
    if told.is_none() {
        let says =
            "Made from the case alone. What was expected, judged and rated lies with the director of the exercise.";
        page.add(Block::Callout(Callout::Missing, vec![Block::Text(says.into())]));
    }
    let heading = |page: &mut Document, title: &str| {
        page.add(Block::Heading(2, title.into()));
    };
    heading(&mut page, "1  Summary");
    overview::summary(&of, &mut page);
    heading(&mut page, "2  Overview");
    overview::overview(&of, &mut page);
    heading(&mut page, "3  Objectives");
    course::objectives(&of, &mut page);
    heading(&mut page, "4  Time figures");
    figures(&of, &mut page);
    heading(&mut page, "5  Expected against actual");
    course::expected(&of, &mut page);
    heading(&mut page, "6  Who decided");
    decided::decided(&of, &mut page);
    heading(&mut page, "7  Contingencies, and writing down");
    course::contingencies(&of, &mut page);
    heading(&mut page, "8  Strengths");
    findings::strengths(&of, &mut page);
    heading(&mut page, "9  Gaps, with cause and clause");
    findings::gaps(&of, &mut page);
    heading(&mut page, "10  What the policy does not say, and what the table decided");
    page.append(silences::table(view));
    heading(&mut page, "11  For the playbook");
    playbook::body(&of, &mut page);
    heading(&mut page, "12  Parked");
    findings::parked(&of, &mut page);
    heading(&mut page, "Improvement actions");
    improvements::table(&of, &mut page);
    heading(&mut page, "Injects as run");
    injects::table(&of, &mut page);
    heading(&mut page, "Timeline");
    drawn(view, &mut page);
    times::table(&of, &mut page);
    page.add(Block::Sign(findings::signs(&of)));
    ends(&of, options, &mut page);
    page
}

fn figures(of: &Of<'_>, page: &mut Document) {
    match of.account() {
        None => {
            page.text(not_yet_known("the time figures; the director of the exercise knows"));
        }
        Some(account) => {
            for one in drill_figures::times(&account.figures, of.view.playbook) {
                page.add(Block::Labelled(one.title, one.says));
            }
            page.text(Line::quiet("Minutes of play from the first inject, by when something was recorded."));
        }
    }
    let clocks = clock::all(of.view);
    if clocks.is_empty() {
        page.text("No clock of the policy has begun.");
    }
    page.append(clocks);
}

fn drawn(view: &View<'_>, page: &mut Document) {
    let points = timeline::points(view);
    if !points.is_empty() {
        let (figure, _) = figure::draw(&points, &timeline::bars(view), view.now);
        page.add(Block::Figure(figure));
    }
}

/// The heads of both folders.
fn ends(of: &Of<'_>, options: &Options, page: &mut Document) {
    if let Some(told) = of.told {
        let mut blocks = vec![Block::Heading(3, "The control folder that this was made from".into())];
        for head in told.heads {
            blocks.push(Block::Text(format!("Run {}, entry {}", head.session.as_str(), head.seq).into()));
            blocks.push(Block::Apart(Line::quiet(head.seal.to_string())));
        }
        page.add(Block::Keep(blocks));
    }
    page.add(frame::seals(options));
}
