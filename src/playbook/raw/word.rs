//! The words that a playbook may use where only some are allowed, and that mean nothing beyond it.

use crate::base::written::words;

words! {
    pub(in crate::playbook) enum Need {
        Required = "required",
        Optional = "optional",
    }
}
