/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of paper that a desk prints. */
#include "yc-print-kind.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *word;
  const char *title;
} kinds[YC_N_PRINT_KINDS + 1] = {
  [YC_PRINT_KIND_CERTIFICATE] = { "certificate", NC_ ("print kind", "Certificates") },
  [YC_PRINT_KIND_NOTICE] = { "notice", NC_ ("print kind", "Notices") },
  [YC_PRINT_KIND_FORM] = { "form", NC_ ("print kind", "Forms") },
  [YC_PRINT_KIND_LABEL] = { "label", NC_ ("print kind", "Labels") },
  [YC_PRINT_KIND_OTHER] = { "other", NC_ ("print kind", "Other papers") },
};

const char *
yc_print_kind_to_string (YcPrintKind kind)
{
  g_return_val_if_fail (kind >= YC_PRINT_KIND_CERTIFICATE && kind <= YC_N_PRINT_KINDS, NULL);

  return kinds[kind].word;
}

YcPrintKind
yc_print_kind_from_string (const char *word)
{
  for (guint i = YC_PRINT_KIND_CERTIFICATE; i < YC_PRINT_KIND_OTHER; i++)
    if (g_strcmp0 (kinds[i].word, word) == 0)
      return i;
  return YC_PRINT_KIND_OTHER;
}

const char *
yc_print_kind_get_title (YcPrintKind kind)
{
  g_return_val_if_fail (kind >= YC_PRINT_KIND_CERTIFICATE && kind <= YC_N_PRINT_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "print kind", kinds[kind].title);
}
