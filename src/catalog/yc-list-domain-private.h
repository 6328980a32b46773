/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers to one question that could make a difference: all of a choice, and of numbers, days, texts
 * and places those that rules speak of and one of each kind between and around them. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _YcListDomain YcListDomain;

/* Finds a place's name. */
typedef const char *(*YcListPlaceName) (const char *code,
                                        gpointer    user_data);

/* @question: {"kind", "choices", …} as in a list; NULL when nothing is known of it but what rules
 * compare it with.
 * @whole: whether a number has no fractions
 */
YcListDomain *yc_list_domain_new         (JsonObject    *question,
                                          gboolean       whole);
void          yc_list_domain_free        (YcListDomain  *self);

/* Whether every answer there is can be tried. */
gboolean      yc_list_domain_is_finite   (YcListDomain  *self);
const char   *yc_list_domain_get_kind    (YcListDomain  *self);

/* Before the values are asked for: what a rule compares with. @day: days are counted from it. */
void          yc_list_domain_add_point   (YcListDomain  *self,
                                          JsonNode      *constant);
void          yc_list_domain_add_days    (YcListDomain  *self,
                                          const char    *unit,
                                          double         count,
                                          const GDate   *today);

/* The values in order; the one at 0 is null: not known, not asked. */
guint         yc_list_domain_get_n_values (YcListDomain *self);
JsonNode     *yc_list_domain_get_value   (YcListDomain  *self,
                                          guint          index);
/* Whether the question takes it for an answer; a fact that is known may have others. */
gboolean      yc_list_domain_is_answer   (YcListDomain  *self,
                                          guint          index);

/* One of them in words. (transfer full) */
char         *yc_list_domain_dup_example (YcListDomain    *self,
                                          guint            index,
                                          YcListPlaceName  find_name,
                                          gpointer         user_data);
/* In words, what all values with TRUE in @chosen have in common. (transfer full) */
char         *yc_list_domain_dup_words   (YcListDomain    *self,
                                          const gboolean  *chosen,
                                          YcListPlaceName  find_name,
                                          gpointer         user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcListDomain, yc_list_domain_free)

G_END_DECLS
