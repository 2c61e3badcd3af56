<?php
// Renders a template again and again with PHP's Twig and its compiled cache.
// php bench.php TEMPLATE VARIABLES CACHE SECONDS: writes a line of JSON to standard output, what was rendered to standard error.

require_once 'Twig/autoload.php';
date_default_timezone_set('UTC');
[, $file, $data, $cache, $seconds] = $argv;

$twig = new Twig\Environment(new Twig\Loader\FilesystemLoader(dirname($file)), [
    'cache' => $cache, 'auto_reload' => false, 'strict_variables' => true, 'autoescape' => false,
]);
$variables = json_decode(file_get_contents($data), true, 512, JSON_THROW_ON_ERROR);
$template = $twig->load(basename($file));

function cpu(): float
{
    $usage = getrusage();
    return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
}

function measure(Twig\TemplateWrapper $template, array $variables, float $seconds): array
{
    $renders = 0;
    $cpu = cpu();
    $start = hrtime(true);
    do {
        for ($i = 0; $i < 20; ++$i) {
            $template->render($variables);
        }
        $renders += 20;
        $wall = (hrtime(true) - $start) / 1e9;
    } while ($wall < $seconds);
    return ['renders' => $renders, 'seconds' => $wall, 'cpuSeconds' => cpu() - $cpu];
}

measure($template, $variables, $seconds / 3);
$figures = measure($template, $variables, (float) $seconds);
$status = function_exists('opcache_get_status') ? opcache_get_status(false) : false;
$figures['php'] = PHP_VERSION;
$figures['twig'] = Twig\Environment::VERSION;
$figures['opcache'] = (bool) ($status['opcache_enabled'] ?? false);
$figures['jit'] = (bool) ($status['jit']['on'] ?? false);
fwrite(STDERR, $template->render($variables));
echo json_encode($figures), "\n";
