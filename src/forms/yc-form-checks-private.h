/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold between the fields of a form: `x-check` in its schema. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-form-guard-private.h"
#include "yc-schema-report.h"

G_BEGIN_DECLS

/* Of more no form can be made that anybody fills. */
#define YC_FORM_MAX_CHECKS 2000

/*
 * YcFormCheck:
 * @scope: the place in the data of the object that the check is said of
 * @n_steps: how many of its steps lead to the row that the rule is about; 0 for the form itself
 * @where: a JSON Pointer into the schema
 * @rule: (nullable): in JsonLogic; the check holds when it is true
 * @message: (nullable): what the clerk reads when it does not hold
 * @key: (nullable): of the message's translations
 * @at: (nullable): the place in the data where the message belongs
 * @needs: (element-type YcFormNeed): without these it is not asked
 * @guards: (element-type YcFormGuard): under what it is asked
 */
typedef struct
{
  YcFormPath *scope;
  guint       n_steps;
  char       *where;
  JsonNode   *rule;
  char       *message;
  char       *key;
  YcFormPath *at;
  GArray     *needs;
  GArray     *guards;
} YcFormCheck;

typedef struct _YcFormChecks YcFormChecks;

/* Gives the words for a key, or @message; the caller does not free them. */
typedef const char *(*YcFormCheckWords) (const char *key,
                                         const char *message,
                                         gpointer    user_data);

GPtrArray    *yc_form_checks_find              (JsonNode          *schema);

YcFormChecks *yc_form_checks_new               (JsonNode          *schema,
                                                GError           **error);
void          yc_form_checks_free              (YcFormChecks      *self);
void          yc_form_checks_set_today         (YcFormChecks      *self,
                                                const char        *today);
void          yc_form_checks_touch             (YcFormChecks      *self,
                                                JsonNode          *data,
                                                const char        *changed);
void          yc_form_checks_run               (YcFormChecks      *self,
                                                JsonNode          *data);
void          yc_form_checks_report            (YcFormChecks      *self,
                                                YcSchemaReport    *report,
                                                YcFormCheckWords   words,
                                                gpointer           user_data);
void          yc_form_checks_each_words        (YcFormChecks      *self,
                                                YcFormCheckWords   words,
                                                gpointer           user_data);
void          yc_form_checks_set_applies       (YcFormChecks      *self,
                                                YcFormApplies      applies,
                                                gpointer           user_data);
gboolean      yc_form_checks_is_empty          (YcFormChecks      *self);
guint64       yc_form_checks_get_n_evaluations (YcFormChecks      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormChecks, yc_form_checks_free)

G_END_DECLS
