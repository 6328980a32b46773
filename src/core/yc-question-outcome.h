/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the answers to a question list lead to. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcOutcomeKind:
 * @YC_OUTCOME_ITEM: an item is to be applied for.
 * @YC_OUTCOME_NOTHING: nothing is needed; a replacement says why.
 * @YC_OUTCOME_NOT_YET: the item cannot be applied for yet.
 * @YC_OUTCOME_UNQUALIFIED: the citizen does not qualify for the item.
 *
 * Plans show them in this order, what is not needed last of all.
 */
typedef enum
{
  YC_OUTCOME_ITEM = 1,
  YC_OUTCOME_NOTHING,
  YC_OUTCOME_NOT_YET,
  YC_OUTCOME_UNQUALIFIED,
} YcOutcomeKind;

/**
 * yc_question_outcome_check:
 * @outcome: an outcome as in the catalog
 * @error: return location for an error
 *
 * Returns: %FALSE with %YC_CORE_ERROR_CATALOG when it has not an outcome's shape
 */
gboolean      yc_question_outcome_check    (JsonObject  *outcome,
                                            GError     **error);

/**
 * yc_question_outcome_get_kind:
 * @outcome: an outcome that yc_question_outcome_check() is content with
 * @id: (out) (optional): the code of the item, or the id of the replacement
 *
 * Returns: what it is
 */
YcOutcomeKind yc_question_outcome_get_kind (JsonObject   *outcome,
                                            const char  **id);

/**
 * yc_outcome_kind_is_refusal:
 * @kind: a kind of outcome
 *
 * Returns: whether there is an item that cannot be had, or not yet
 */
gboolean      yc_outcome_kind_is_refusal   (YcOutcomeKind kind);

/**
 * yc_outcome_kind_get_word:
 * @kind: a kind of outcome
 *
 * Returns: the member of an outcome that says it: "item", "nothing", "not_yet", "unqualified"
 */
const char   *yc_outcome_kind_get_word     (YcOutcomeKind kind);

/**
 * yc_outcome_kind_get_title:
 * @kind: a kind of outcome
 *
 * Returns: the kind in translated words; "" for an item
 */
const char   *yc_outcome_kind_get_title    (YcOutcomeKind kind);

G_END_DECLS
