//! A playbook with nothing in it, for a case whose own cannot be read: notes, the time and the keyboard need none.

use super::lookup::Index;
use super::model::{Kind, Playbook, Source};
use crate::base::ItemId;

const TITLE: &str = "The playbook of this case cannot be read";

impl Playbook {
    /// A playbook without clauses and items.
    ///
    /// # Panics
    /// Never: the identifier is valid.
    pub fn absent() -> Self {
        Self {
            id: ItemId::new("none").expect("a valid identifier"),
            title: TITLE.to_owned(),
            kind: Kind::Response,
            review: None,
            source: Source {
                title: TITLE.to_owned(),
                organisation: "no organisation".to_owned(),
                version: None,
                dated: None,
                review_by: None,
            },
            jurisdiction: String::new(),
            counts: None,
            facts: super::facts::Facts::default(),
            digest: String::new(),
            clauses: Vec::new(),
            phases: Vec::new(),
            items: Vec::new(),
            also_kept: Vec::new(),
            rules: Vec::new(),
            scales: Vec::new(),
            roles: Vec::new(),
            clocks: Vec::new(),
            definitions: Vec::new(),
            references: Vec::new(),
            faqs: Vec::new(),
            silences: Vec::new(),
            readiness: Vec::new(),
            letters: super::letter::Letters::default(),
            index: Index::default(),
        }
    }
}
