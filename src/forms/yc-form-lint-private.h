/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that look for an author's mistakes share. */
#pragma once

#include "yc-form-lint.h"
#include "yc-schema.h"

G_BEGIN_DECLS

/* A hostile form is looked at only so far. */
#define YC_FORM_LINT_MAX_DEPTH 64
#define YC_FORM_LINT_MAX_NODES 50000
#define YC_FORM_LINT_MAX_FINDINGS 1000
#define YC_FORM_LINT_MAX_ASKED 2000

typedef struct
{
  JsonNode         *schema;
  JsonNode         *layout;
  YcSchemaRegistry *registry;     /* has the schema, for its parts; NULL if it cannot be taken */
  GHashTable       *shown;        /* place in the data → whether it always is; a row's is "*" */
  GPtrArray        *whole;        /* places of which all inside is shown; owned */
  GPtrArray        *findings;
  guint             n_nodes;
  guint             n_asked;
} YcFormLint;

void      yc_form_lint_tell          (YcFormLint      *self,
                                      gboolean         in_layout,
                                      gboolean         warning,
                                      const char      *pointer,
                                      const char      *format,
                                      ...) G_GNUC_PRINTF (5, 6);
gboolean  yc_form_lint_may_go_on     (YcFormLint      *self,
                                      guint            depth);
char     *yc_form_lint_follow        (YcFormLint      *self,
                                      const char      *pointer);
gboolean  yc_form_lint_is_endless    (YcFormLint      *self,
                                      const char      *pointer);
char     *yc_form_lint_resolve       (YcFormLint      *self,
                                      const char      *base,
                                      const char      *scope);
gboolean  yc_form_lint_accepts       (YcFormLint      *self,
                                      const char      *pointer,
                                      JsonNode        *value);
gboolean  yc_form_lint_excludes      (YcFormLint      *self,
                                      JsonNode        *own,
                                      const GPtrArray *others);
gboolean  yc_form_lint_may_have      (YcFormLint      *self,
                                      JsonNode        *holder,
                                      const char      *name);

void      yc_form_lint_check_layout  (YcFormLint      *self);
void      yc_form_lint_check_names   (YcFormLint      *self,
                                      JsonNode        *test,
                                      const char      *pointer,
                                      JsonNode        *holder,
                                      guint            depth);
void      yc_form_lint_check_rule    (YcFormLint      *self,
                                      JsonNode        *rule,
                                      const char      *pointer,
                                      const char      *base);
void      yc_form_lint_check_schema  (YcFormLint      *self);

G_END_DECLS
