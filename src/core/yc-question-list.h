/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question list: questions that lead from a need to items (问政清单). */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-question.h"

G_BEGIN_DECLS

#define YC_TYPE_QUESTION_LIST (yc_question_list_get_type ())

G_DECLARE_FINAL_TYPE (YcQuestionList, yc_question_list, YC, QUESTION_LIST, GObject)

/**
 * yc_question_list_new_from_json:
 * @json: a list as in the catalog; referenced, not to be changed any more
 * @error: return location for an error
 *
 * Makes an unchanging question list. What the getters tell is also a property of the same name.
 *
 * Returns: (transfer full): a list, or %NULL with %YC_CORE_ERROR_CATALOG
 */
YcQuestionList *yc_question_list_new_from_json (JsonObject *json,
                                                GError **error);

/**
 * yc_question_list_get_id:
 * @self: a list
 *
 * Returns: the id
 */
const char *yc_question_list_get_id (YcQuestionList *self);

/**
 * yc_question_list_get_title:
 * @self: a list
 *
 * Returns: the name
 */
const char *yc_question_list_get_title (YcQuestionList *self);

/**
 * yc_question_list_get_keywords:
 * @self: a list
 *
 * Returns: words that people use for the need
 */
const char *const *yc_question_list_get_keywords (YcQuestionList *self);

/**
 * yc_question_list_get_questions:
 * @self: a list
 *
 * Returns: (transfer none): the questions in order, a list of #YcQuestion
 */
GListModel *yc_question_list_get_questions (YcQuestionList *self);

/**
 * yc_question_list_get_n_questions:
 * @self: a list
 *
 * Returns: how many questions there are, asked or not
 */
guint yc_question_list_get_n_questions (YcQuestionList *self);

/**
 * yc_question_list_get_includes:
 * @self: a list
 *
 * Other lists that are asked behind this one, each {"list": ID, "when": RULE}, the rule over this
 * list's answers and facts. Where it holds, that list is asked as if it had been started: its
 * questions have their own keys, its rules see their own answers and facts.
 *
 * Returns: (transfer none): the includes in order, none for an empty array
 */
JsonArray *yc_question_list_get_includes (YcQuestionList *self);

/**
 * yc_question_list_get_outcomes:
 * @self: a list
 *
 * Returns: (transfer none): the outcomes as in the catalog, each an object; in their rules named
 *   conditions stand in full
 */
JsonArray *yc_question_list_get_outcomes (YcQuestionList *self);

/**
 * yc_question_list_get_start:
 * @self: a list
 *
 * Returns: whether a citizen's need begins with it; %FALSE when it is asked only where others include it
 */
gboolean yc_question_list_get_start (YcQuestionList *self);

/**
 * yc_question_list_get_sample:
 * @self: a list
 *
 * Returns: whether it is invented for the demo
 */
gboolean yc_question_list_get_sample (YcQuestionList *self);

/**
 * yc_question_list_get_json:
 * @self: a list
 *
 * Returns: (transfer none): the whole list; not to be changed
 */
JsonObject *yc_question_list_get_json (YcQuestionList *self);

G_END_DECLS
