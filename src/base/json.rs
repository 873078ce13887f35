//! Documents of named values.

use serde_json::Value;

/// A plan of what something will be, after the thing itself was changed: what the plan left as it was is now what it has
/// become, and what the plan meant to change stays planned.
pub fn carried(plan: Value, before: &Value, now: &Value) -> Value {
    let Value::Object(mut plan) = plan else {
        return plan;
    };
    for (name, planned) in &mut plan {
        match (before.get(name), now.get(name)) {
            (Some(before), Some(now)) if planned == before => planned.clone_from(now),
            _ => {}
        }
    }
    Value::Object(plan)
}
