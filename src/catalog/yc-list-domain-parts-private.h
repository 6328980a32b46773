/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the answers to one question are made of. */
#pragma once

#include "yc-list-domain-private.h"

G_BEGIN_DECLS

/* A place that no rule names, as deep as places go. */
#define SOME_PLACE "010101001001"

struct _YcListDomain
{
  JsonObject *question;
  const char *kind;
  gboolean    whole;

  /* Of days that rules count from today: that day. */
  char       *today;

  /* What rules compare with: numbers (of a date its Julian day), or words. */
  GArray     *points;
  GPtrArray  *words;

  /* The values and, for numbers and days, what of the line each stands for. */
  GPtrArray  *values;
  GArray     *spans;
};

static inline gboolean
yc_list_domain_is_kind (YcListDomain *self,
                        const char   *kind)
{
  return g_strcmp0 (self->kind, kind) == 0;
}

/* Whether its values are spans of a line: of numbers, or of days. */
static inline gboolean
yc_list_domain_is_line (YcListDomain *self)
{
  return yc_list_domain_is_kind (self, "number") || yc_list_domain_is_kind (self, "date");
}

G_END_DECLS
