/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to compose, to sign and to verify a certificate with six tenants. What the
 * service does before the first one, and the first one, are told apart. Prints one JSON line. */
#include "yc-certificate-signature.h"
#include "yc-certificate-verifier.h"
#include "yc-certificate-warm-up.h"
#include "yc-json.h"
#include "yc-pem-signer.h"

#define N_ROUNDS 200

static const char template_text[] =
    "{\"id\":\"b\",\"type\":\"ZM01\",\"title\":\"阶梯水费办理证明\",\"addressee\":\"黄江供水有限公司\","
    "\"valid_months\":12,\"paragraphs\":[{\"text\":\"兹证明，{applicant.name}（公民身份号码："
    "{applicant.id_number}）申请办理阶梯水价计费人口登记的用水地址为{form.address}。经核实，该址现实际"
    "居住 {form.residents} 人。居住在该址的租户如下：\"},{\"table\":{\"rows\":\"form.tenants\","
    "\"columns\":[{\"title\":\"姓名\",\"value\":\"{name}\",\"width\":0.3},{\"title\":\"公民身份号码\","
    "\"value\":\"{id|mask}\",\"width\":0.7}]}},{\"text\":\"特此证明。\"}]}";

static const char data_text[] =
    "{\"applicant\":{\"name\":\"周明德\",\"id_number\":\"990101196803124516\"},\"form\":{"
    "\"address\":\"黄江镇北岸社区沿河路 27 号\",\"residents\":10,\"tenants\":["
    "{\"name\":\"李小燕\",\"id\":\"990101199203124512\"},{\"name\":\"马超\",\"id\":"
    "\"990101199203124512\"},{\"name\":\"欧阳建国\",\"id\":\"990101199203124512\"},{\"name\":"
    "\"阿卜杜热合曼·买买提\",\"id\":\"990101199203124512\"},{\"name\":\"陈静\",\"id\":"
    "\"990101199203124512\"},{\"name\":\"何伟强\",\"id\":\"990101199203124512\"}]}}";

typedef struct
{
  double compose[N_ROUNDS];
  double sign[N_ROUNDS];
  double both[N_ROUNDS];
  double verify[N_ROUNDS];
} Times;

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
report (const char *name, double *times)
{
  qsort (times, N_ROUNDS, sizeof *times, compare);
  g_print (",\"%s_p50_ms\":%.2f,\"%s_p99_ms\":%.2f", name, times[N_ROUNDS / 2], name,
           times[N_ROUNDS * 99 / 100]);
}

static double
now (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

static void
run_round (YcCertificateTemplate    *template_,
           JsonObject               *data,
           const YcCertificateMarks *marks,
           YcSigner                 *signer,
           YcTrust                  *trust,
           Times                    *times,
           guint                     round)
{
  g_autoptr (YcCertificateSeal) seal = NULL;
  g_autoptr (GError) error = NULL;
  double start = now ();
  g_autoptr (GBytes) sheet = yc_certificate_compose (template_, data, marks, &seal, &error);
  double composed = now ();
  g_autoptr (GBytes) pdf = yc_certificate_sign (sheet, signer, seal, marks, &error);
  double signed_ = now ();
  g_autoptr (YcVerdict) verdict = yc_certificate_verify (pdf, trust, NULL);

  g_assert_no_error (error);
  g_assert_cmpint (yc_verdict_get_state (verdict), ==, YC_VERDICT_GENUINE);
  times->compose[round] = composed - start;
  times->sign[round] = signed_ - composed;
  times->both[round] = signed_ - start;
  times->verify[round] = now () - signed_;
}

int
main (void)
{
  g_autoptr (JsonNode) body = yc_json_parse (template_text, -1, NULL, NULL);
  g_autoptr (JsonNode) data = yc_json_parse (data_text, -1, NULL, NULL);
  g_autoptr (YcCertificateTemplate) template_ = yc_certificate_template_new (body, NULL);
  g_autoptr (YcSigner) signer = yc_pem_signer_new_sample (NULL);
  g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();
  YcCertificateMarks marks = {
    .serial = "ZM01-990119204001-2026-000123-U",
    .verify_url = "http://127.0.0.1:8080/verify/ZM01-990119204001-2026-000123-U",
    .issuer = "黄江镇北岸社区居民委员会",
    .issued_at = time,
    .purpose = YC_SHEET_SAMPLE,
  };
  g_autofree Times *times = g_new0 (Times, 1);
  double begin;

  begin = now ();
  yc_certificate_warm_up ();
  g_print ("{\"bench\":\"certificate\",\"rounds\":%d,\"warm_up_ms\":%.2f", N_ROUNDS,
           now () - begin);
  run_round (template_, json_node_get_object (data), &marks, signer, trust, times, 0);
  g_print (",\"first_ms\":%.2f", times->both[0]);
  for (guint i = 0; i < N_ROUNDS; i++)
    run_round (template_, json_node_get_object (data), &marks, signer, trust, times, i);
  report ("compose", times->compose);
  report ("sign", times->sign);
  report ("compose_and_sign", times->both);
  report ("verify", times->verify);
  g_print (",\"budget_compose_and_sign_ms\":50}\n");

  return 0;
}
