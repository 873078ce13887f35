//! A receipt as it lies on the paper, and what it says of the money alone.

use askama::{Template, filters::HtmlSafe};

/// What was paid for, by tax rate, and how.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/receipt_money.html")]
pub struct Money {
    pub heading: String,
    pub lines: Vec<(String, String)>,
    pub rates: Vec<(String, String)>,
    pub ways: Vec<(String, String)>,
    /// What the mark beside a line means.
    pub reduced: Option<String>,
}

/// The whole of it.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/receipt.html")]
pub struct Paper {
    pub title: String,
    /// That it was issued before.
    pub again: Option<String>,
    pub number: String,
    pub addressee: String,
    pub amount: String,
    pub purpose: String,
    pub received: String,
    pub dates: Vec<(String, String)>,
    pub money: Money,
    /// Name, address, telephone.
    pub issuer: Vec<String>,
    /// The issuer's number; without one, that it is no qualified invoice.
    pub registration: String,
}

impl HtmlSafe for Money {}
impl HtmlSafe for Paper {}
