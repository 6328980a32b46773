/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan: what one visit needs, found by answering question lists and by choosing items. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-catalog.h"
#include "yc-plan-change.h"
#include "yc-plan-entry.h"
#include "yc-plan-material.h"
#include "yc-question.h"

G_BEGIN_DECLS

#define YC_TYPE_PLAN (yc_plan_get_type ())

G_DECLARE_FINAL_TYPE (YcPlan, yc_plan, YC, PLAN, GObject)

/**
 * yc_plan_new:
 * @catalog: the catalog, followed live
 *
 * Makes an empty plan. Several lists can be started; what several of them ask for is asked once, and
 * each item and each material appears once. The same answers make the same plan in whatever order
 * they were given. Signal "changed" follows whenever answers, entries or materials
 * changed. A plan belongs to one thread.
 *
 * Returns: (transfer full): a plan
 */
YcPlan *yc_plan_new (YcCatalog *catalog);

/**
 * yc_plan_start:
 * @self: a plan
 * @list: a question list
 *
 * Adds a list to the conversation, behind those already started.
 *
 * Returns: %FALSE when it was started before
 */
gboolean yc_plan_start (YcPlan *self,
                        YcQuestionList *list);

/**
 * yc_plan_stop:
 * @self: a plan
 * @list_id: the id of a started list
 *
 * Takes a list out again, with its answers and what they led to.
 */
void yc_plan_stop (YcPlan *self,
                   const char *list_id);

/**
 * yc_plan_next_question:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the next question to ask, %NULL when all are answered
 */
YcQuestion *yc_plan_next_question (YcPlan *self);

/**
 * yc_plan_get_questions:
 * @self: a plan
 *
 * Returns: (transfer none): the questions that are asked, in order, answered or not, a live list
 *   of #YcQuestion
 */
GListModel *yc_plan_get_questions (YcPlan *self);

/**
 * yc_plan_get_asked_lists:
 * @self: a plan
 *
 * Returns: (transfer none): the lists that are asked, started or included, a list of
 *   #YcQuestionList. Another one after each change
 */
GListModel *yc_plan_get_asked_lists (YcPlan *self);

/**
 * yc_plan_get_lists:
 * @self: a plan
 *
 * Returns: (transfer none): the started lists, a live list of #YcQuestionList
 */
GListModel *yc_plan_get_lists (YcPlan *self);

/**
 * yc_plan_answer:
 * @self: a plan
 * @key: a question's key, "LIST/QUESTION"; the question's id alone when only one started list
 *   has it
 * @answer: the answer, copied
 * @error: return location for an error
 *
 * Answers a question, also one answered before.
 *
 * Returns: %FALSE with %YC_CORE_ERROR_QUESTION or %YC_CORE_ERROR_ANSWER
 */
gboolean yc_plan_answer (YcPlan *self,
                         const char *key,
                         JsonNode *answer,
                         GError **error);

/**
 * yc_plan_unanswer:
 * @self: a plan
 * @key: a question's key, "LIST/QUESTION"; the question's id alone when only one started list
 *   has it
 *
 * Takes an answer back. Answers to later questions stay known and count again when they are
 * asked again.
 */
void yc_plan_unanswer (YcPlan *self,
                       const char *key);

/**
 * yc_plan_get_answer:
 * @self: a plan
 * @key: a question's key, "LIST/QUESTION"; the question's id alone when only one started list
 *   has it
 *
 * Returns: (transfer none) (nullable): the answer
 */
JsonNode *yc_plan_get_answer (YcPlan *self,
                              const char *key);

/**
 * yc_plan_dup_answer_text:
 * @self: a plan
 * @question: a question that is asked
 *
 * Returns: (transfer full): its answer as yc_question_dup_answer_text() says it, of a place the
 *   name; "" without an answer
 */
char *yc_plan_dup_answer_text (YcPlan     *self,
                               YcQuestion *question);

/**
 * yc_plan_get_source:
 * @self: a plan
 * @question: a question that is asked
 *
 * Returns: (nullable): from where the answer is known without having been asked, in the words of
 *   yc_plan_set_known(); %NULL when the clerk answered, or nobody did
 */
const char *yc_plan_get_source (YcPlan *self,
                                YcQuestion *question);

/**
 * yc_plan_set_known:
 * @self: a plan
 * @facts: (nullable): what is known of the citizen, {"person.age": 45}
 * @sources: (nullable): from where, in words, by the same names
 * @store: (nullable): what the licence store has by its kind: words, or {"words", "valid_until"}
 *
 * Questions for a known fact answer themselves; the clerk's own answer goes before. None of the
 * objects is to be changed afterwards. This is not kept in yc_plan_to_json().
 */
void yc_plan_set_known (YcPlan *self,
                        JsonObject *facts,
                        JsonObject *sources,
                        JsonObject *store);

/**
 * yc_plan_get_answers:
 * @self: a plan
 *
 * The property "answers": what was answered to the questions that are asked, {list: {question:
 * answer}}.
 *
 * Returns: (transfer none): the answers; a later change makes a new object
 */
JsonObject *yc_plan_get_answers (YcPlan *self);

/**
 * yc_plan_get_entries:
 * @self: a plan
 *
 * The items that the answered lists lead to and those chosen directly, what comes out of one before
 * the one that asks for it; then what is not needed. A list speaks only once all its questions are
 * answered.
 *
 * Returns: (transfer none): a live list of #YcPlanEntry
 */
GListModel *yc_plan_get_entries (YcPlan *self);

/**
 * yc_plan_get_materials:
 * @self: a plan
 *
 * Returns: (transfer none): the materials of all entries, each id and name once, a live list of
 *   #YcPlanMaterial
 */
GListModel *yc_plan_get_materials (YcPlan *self);

/**
 * yc_plan_get_changes:
 * @self: a plan
 *
 * In what the plan differs from the last one that was whole. Stays until the clerk does the next
 * thing; empty while a question is open, and for the first plan.
 *
 * Returns: (transfer none): a live list of #YcPlanChange
 */
GListModel *yc_plan_get_changes (YcPlan *self);

/**
 * yc_plan_get_fee:
 * @self: a plan
 *
 * Returns: what all its items cost together, in fen
 */
gint64 yc_plan_get_fee (YcPlan *self);

/**
 * yc_plan_get_minutes:
 * @self: a plan
 *
 * Returns: how many minutes the items take that are done on the spot, one after the other
 */
guint yc_plan_get_minutes (YcPlan *self);

/**
 * yc_plan_get_days:
 * @self: a plan
 *
 * Returns: how many working days pass until the last item is through: those that do not wait for
 *   each other are under way at the same time
 */
guint yc_plan_get_days (YcPlan *self);

/**
 * yc_plan_add_item:
 * @self: a plan
 * @code: an item's code
 *
 * Adds an item chosen directly.
 *
 * Returns: %FALSE when the catalog has no such item or it was added before
 */
gboolean yc_plan_add_item (YcPlan *self,
                           const char *code);

/**
 * yc_plan_remove_item:
 * @self: a plan
 * @code: the code of an item added with yc_plan_add_item()
 *
 * Takes a directly chosen item out again. One that answers lead to stays.
 */
void yc_plan_remove_item (YcPlan *self,
                          const char *code);

/**
 * yc_plan_is_complete:
 * @self: a plan
 *
 * Returns: whether every question that is asked is answered; also the property "complete"
 */
gboolean yc_plan_is_complete (YcPlan *self);

/**
 * yc_plan_is_empty:
 * @self: a plan
 *
 * Returns: whether no list was started and no item chosen
 */
gboolean yc_plan_is_empty (YcPlan *self);

/**
 * yc_plan_to_json:
 * @self: a plan
 *
 * Returns: (transfer full): {"lists":[…],"answers":{…},"facts":{…},"items":[…]}, for the draft of the visit
 */
JsonNode *yc_plan_to_json (YcPlan *self);

/**
 * yc_plan_load_json:
 * @self: a plan
 * @json: what yc_plan_to_json() gave
 * @error: return location for an error
 *
 * Replaces lists, answers and items. What the catalog no longer knows, and answers that no
 * longer fit, are left out without error.
 *
 * Returns: %FALSE with %YC_CORE_ERROR_FAILED, nothing changed, when @json has not that shape
 */
gboolean yc_plan_load_json (YcPlan *self,
                            JsonNode *json,
                            GError **error);

/**
 * yc_plan_get_past:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the decisions, as yc_plan_to_json() gives them, of the plan
 *   against which changes are told, for the draft of the visit; %NULL when no changes are told
 */
JsonNode *yc_plan_get_past (YcPlan *self);

/**
 * yc_plan_resume:
 * @self: a plan
 * @json: what yc_plan_to_json() gave
 * @past: (nullable): what yc_plan_get_past() gave at the same time
 * @error: return location for an error
 *
 * As yc_plan_load_json(), and tells what changed as it was told then.
 *
 * Returns: %FALSE with %YC_CORE_ERROR_FAILED when @json has not the shape
 */
gboolean yc_plan_resume (YcPlan *self,
                         JsonNode *json,
                         JsonNode *past,
                         GError **error);

G_END_DECLS
