/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question of a question list, and what may be answered. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_QUESTION (yc_question_get_type ())

G_DECLARE_FINAL_TYPE (YcQuestion, yc_question, YC, QUESTION, GObject)

/**
 * YcQuestionKind:
 * @YC_QUESTION_CHOICE: one of the choices; the answer is its value.
 * @YC_QUESTION_CHOICES: any of the choices; the answer is an array of values.
 * @YC_QUESTION_YES_NO: the answer is a boolean.
 * @YC_QUESTION_NUMBER: the answer is a number.
 * @YC_QUESTION_DATE: the answer is a date, "2026-11-21".
 * @YC_QUESTION_PLACE: the answer is a place's code, or %YC_QUESTION_ELSEWHERE where the question
 *   offers that.
 * @YC_QUESTION_TEXT: the answer is a string.
 */
typedef enum
{
  YC_QUESTION_CHOICE = 1,
  YC_QUESTION_CHOICES,
  YC_QUESTION_YES_NO,
  YC_QUESTION_NUMBER,
  YC_QUESTION_DATE,
  YC_QUESTION_PLACE,
  YC_QUESTION_TEXT,
} YcQuestionKind;

/* The answer that stands for any place which is not among those offered. */
#define YC_QUESTION_ELSEWHERE "elsewhere"

/**
 * yc_question_new_from_json:
 * @json: an element of a list's "questions"
 * @list_id: the id of its list
 * @error: return location for an error
 *
 * Makes an unchanging question. What the getters tell is also a property of the same name.
 *
 * Returns: (transfer full): a question, or %NULL with %YC_CORE_ERROR_CATALOG
 */
YcQuestion *yc_question_new_from_json (JsonObject *json,
                                       const char *list_id,
                                       GError **error);

/**
 * yc_question_get_id:
 * @self: a question
 *
 * Returns: its id, unique in the list
 */
const char *yc_question_get_id (YcQuestion *self);

/**
 * yc_question_get_list_id:
 * @self: a question
 *
 * Returns: the id of its list
 */
const char *yc_question_get_list_id (YcQuestion *self);

/**
 * yc_question_get_key:
 * @self: a question
 *
 * Returns: "LIST/QUESTION", unique among all lists: what plans call it
 */
const char *yc_question_get_key (YcQuestion *self);

/**
 * yc_question_get_title:
 * @self: a question
 *
 * Returns: the question in words
 */
const char *yc_question_get_title (YcQuestion *self);

/**
 * yc_question_get_help:
 * @self: a question
 *
 * Returns: more words, "" for none
 */
const char *yc_question_get_help (YcQuestion *self);

/**
 * yc_question_get_kind:
 * @self: a question
 *
 * Returns: what kind of answer it wants
 */
YcQuestionKind yc_question_get_kind (YcQuestion *self);

/**
 * yc_question_get_n_choices:
 * @self: a question
 *
 * Returns: how many choices there are
 */
guint yc_question_get_n_choices (YcQuestion *self);

/**
 * yc_question_get_choice_value:
 * @self: a question
 * @index: which choice, from 0
 *
 * Returns: the value that stands in the answer; %NULL beyond the last choice
 */
const char *yc_question_get_choice_value (YcQuestion *self,
                                          guint  index);

/**
 * yc_question_get_choice_title:
 * @self: a question
 * @index: which choice, from 0
 *
 * Returns: the choice in words; %NULL beyond the last choice
 */
const char *yc_question_get_choice_title (YcQuestion *self,
                                          guint  index);

/**
 * yc_question_get_minimum:
 * @self: a question
 *
 * Returns: the smallest number, -G_MAXDOUBLE for no bound
 */
double yc_question_get_minimum (YcQuestion *self);

/**
 * yc_question_get_maximum:
 * @self: a question
 *
 * Returns: the largest number, G_MAXDOUBLE for no bound
 */
double yc_question_get_maximum (YcQuestion *self);

/**
 * yc_question_get_fact:
 * @self: a question
 *
 * Returns: (nullable): the fact that the answer tells, "GROUP.NAME", which no other list asks again
 *   and all rules see as {"var": "facts.GROUP.NAME"}; %NULL when it is this list's alone
 */
const char *yc_question_get_fact (YcQuestion *self);

/**
 * yc_question_get_place_level:
 * @self: a question
 *
 * Returns: (nullable): "village", "town", "district" or "city" when only such a place answers a
 *   %YC_QUESTION_PLACE
 */
const char *yc_question_get_place_level (YcQuestion *self);

/**
 * yc_question_get_place_within:
 * @self: a question
 *
 * Returns: (nullable): the code of the place in which a %YC_QUESTION_PLACE is to be picked
 */
const char *yc_question_get_place_within (YcQuestion *self);

/**
 * yc_question_get_elsewhere:
 * @self: a question
 *
 * Returns: (nullable): what a %YC_QUESTION_PLACE calls any other place; %NULL when it offers none
 */
const char *yc_question_get_elsewhere (YcQuestion *self);

/**
 * yc_question_get_when:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the rule over the list's answers and "facts" that says
 *   whether it is asked; named conditions stand in it in full
 */
JsonNode *yc_question_get_when (YcQuestion *self);

/**
 * yc_question_check_answer:
 * @self: a question
 * @answer: an answer
 * @error: return location for an error
 *
 * Returns: %FALSE with %YC_CORE_ERROR_ANSWER and a translated message when @answer does not fit
 */
gboolean yc_question_check_answer (YcQuestion *self,
                                   JsonNode *answer,
                                   GError **error);

/**
 * yc_question_dup_answer_text:
 * @self: a question
 * @answer: (nullable): an answer that fits
 *
 * Returns: (transfer full): the answer in words, for the line of an answered question; of a place,
 *   whose name only the catalog knows, its code
 */
char *yc_question_dup_answer_text (YcQuestion *self,
                                   JsonNode *answer);

/**
 * yc_question_describe_answer:
 * @self: a question
 * @answer: (nullable): an answer that fits
 *
 * Returns: (transfer full) (nullable): the answer without the words that stand around it in the
 *   language of the program: a boolean, or the titles of all that was chosen; %NULL when
 *   yc_question_dup_answer_text() says it in any language
 */
JsonNode *yc_question_describe_answer (YcQuestion *self,
                                       JsonNode *answer);

G_END_DECLS
