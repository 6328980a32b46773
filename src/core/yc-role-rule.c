/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yc-role-rule-private.h"

#include "yc-core-error.h"

#include <glib/gi18n-lib.h>

gboolean
yc_role_rule_allows (guint      roles,
                     gboolean   decides,
                     YcRole     role,
                     gboolean   own_intake,
                     GError   **error)
{
  if (role < 1 || role > YC_N_ROLES || !(roles & (1u << role)))
    {
      g_set_error_literal (error, YC_CORE_ERROR, YC_CORE_ERROR_ROLE,
                           _("Your role does not allow this"));
      return FALSE;
    }
  if (decides && own_intake)
    {
      g_set_error_literal (error, YC_CORE_ERROR, YC_CORE_ERROR_OWN_INTAKE,
                           _("Whoever took a case in may not decide it: another person must"));
      return FALSE;
    }
  return TRUE;
}
