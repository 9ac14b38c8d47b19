//! Documents: as the status has them, with every text that was drafted, who approved it, and what was sent.

use crate::base::ItemId;
use crate::base::written::object;
use crate::case::Fact;
use crate::contract::status::{Document, documents as standing};
use crate::judge::View;

pub(super) fn documents<'a>(of: &View<'a>) -> Vec<Versioned<'a>> {
    standing(of).into_iter().map(|document| Versioned::of(of, document)).collect()
}

object! {
    Versioned<'a>(of: &View<'a>, document: Document<'a>) {
        let id = document.id;
        let drafts = (0..of.state.log.len()).filter(|at| matches!(&of.state.at(*at).fact, Fact::Drafted { document, .. } if document == id));
    } => {
        versions: Vec<Drafted> = drafts.filter_map(|at| version(of, id, at)).collect(),
        /// What was sent without a text that was drafted here.
        sent: Vec<Sending> = sendings(of, id, None),
        #[serde(flatten)]
        document: Document<'a> = document,
    }
}

fn version(of: &View<'_>, id: &ItemId, at: usize) -> Option<Drafted> {
    let Fact::Drafted { version, text_digest, .. } = &of.state.at(at).fact else { return None };
    Some(Drafted::of(of, id, at, (*version, text_digest)))
}

object! {
    Drafted(of: &View<'_>, id: &ItemId, at: usize, text: (i64, &str)) => {
        version: i64 = text.0,
        text_sha256: String = text.1.trim_start_matches("sha256:").to_owned(),
        entry: String = of.state.name(at),
        struck_by: Option<String> = of.state.struck_by(&of.state.at(at).id).map(|by| of.state.name(by)),
        approved: Vec<Approval> = approvals(of, id, text.1),
        sent: Vec<Sending> = sendings(of, id, Some(text.1)),
    }
}

fn approvals(of: &View<'_>, id: &ItemId, text: &str) -> Vec<Approval> {
    let all = (0..of.state.log.len()).filter_map(|at| match &of.state.at(at).fact {
        Fact::Approved { document, text_digest, role, finding, .. } if document == id && text_digest == text => {
            Some(Approval::of(of, at, role, finding.word()))
        }
        _ => None,
    });
    all.collect()
}

object! {
    Approval(of: &View<'_>, at: usize, role: &ItemId, finding: &'static str) => {
        entry: String = of.state.name(at),
        role: ItemId = role.clone(),
        /// `ok` or `change`.
        finding: &'static str = finding,
        struck_by: Option<String> = of.state.struck_by(&of.state.at(at).id).map(|by| of.state.name(by)),
    }
}

fn sendings(of: &View<'_>, id: &ItemId, text: Option<&str>) -> Vec<Sending> {
    let all = (0..of.state.log.len()).filter_map(|at| match &of.state.at(at).fact {
        Fact::Sent { document, to, channel, count, text_digest, .. }
            if document == id && text_digest.as_deref() == text =>
        {
            Some(Sending::of(of, at, (to, channel), *count))
        }
        _ => None,
    });
    all.collect()
}

object! {
    Sending(of: &View<'_>, at: usize, to: (&str, &str), count: Option<i64>) => {
        entry: String = of.state.name(at),
        to: String = to.0.to_owned(),
        channel: String = to.1.to_owned(),
        count: Option<i64> = count,
        struck_by: Option<String> = of.state.struck_by(&of.state.at(at).id).map(|by| of.state.name(by)),
    }
}
