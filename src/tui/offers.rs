//! The bundled playbooks as offers.

use super::env::{Holds, Offer};
use crate::playbook::bundled;

/// Every bundled playbook. Only the heads are read.
pub fn bundled_offers() -> Vec<Offer> {
    let offer = |summary: bundled::Summary| {
        let file = bundled::bundled_file(&summary.id)?;
        let version = summary.version.map(|version| format!(", version {version}")).unwrap_or_default();
        Some(Offer {
            about: format!("{}{version}", summary.organisation),
            kind: summary.kind,
            review_by: summary.review_by,
            files: vec![(file.name.to_owned(), Holds::Bundled(file))],
            id: summary.id,
            title: summary.title,
            letters: Vec::new(),
        })
    };
    bundled::index().into_iter().filter_map(offer).collect()
}
